package io.chasqui.domain.link;

/** interface_version of a bind (SMPP 3.4, 5.2.4; SMPP 5.0, 4.7.13). */
public enum SmppVersion {
  V3_4(0x34),
  V5_0(0x50);

  private final int code;

  SmppVersion(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}

package io.chasqui.smpp.wire;

/** Sees every PDU of a session as it goes by; on any thread, so it is quick and safe for all. */
public interface WireTap {
  /** Sees nothing. */
  WireTap NONE =
      new WireTap() {
        @Override
        public void read(Pdu pdu) {}

        @Override
        public void written(Pdu pdu) {}
      };

  /** Both taps, one after the other. */
  static WireTap both(WireTap first, WireTap second) {
    return new WireTap() {
      @Override
      public void read(Pdu pdu) {
        first.read(pdu);
        second.read(pdu);
      }

      @Override
      public void written(Pdu pdu) {
        first.written(pdu);
        second.written(pdu);
      }
    };
  }

  void read(Pdu pdu);

  void written(Pdu pdu);
}

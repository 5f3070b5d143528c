package io.chasqui.modem.ra;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What the adapter says about itself. */
record ModemMetaData() implements ManagedConnectionMetaData {
  @Override
  public String getEISProductName() {
    return "GSM modem";
  }

  @Override
  public String getEISProductVersion() {
    return "3GPP TS 27.005";
  }

  /** No limit of its own. */
  @Override
  public int getMaxConnections() {
    return 0;
  }

  /** Links have credentials, connections to the adapter have none. */
  @Override
  public String getUserName() {
    return "";
  }
}

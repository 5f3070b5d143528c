package io.chasqui.smpp.ra;

import jakarta.resource.spi.ManagedConnectionMetaData;

/** What the adapter says about itself. */
record SmppMetaData() implements ManagedConnectionMetaData {
  @Override
  public String getEISProductName() {
    return "SMPP";
  }

  @Override
  public String getEISProductVersion() {
    return "3.4";
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

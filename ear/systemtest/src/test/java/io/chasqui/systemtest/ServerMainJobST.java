package io.chasqui.systemtest;

/** The same EAR file that operators deploy, on Payara Server. */
class ServerMainJobST extends MainJob {
  @Override
  Gateway open() throws Exception {
    return PayaraServerGateway.start();
  }

  @Override
  void release(Gateway server) throws Exception {
    server.close();
  }
}

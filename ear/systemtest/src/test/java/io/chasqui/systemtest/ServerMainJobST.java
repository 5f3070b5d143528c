package io.chasqui.systemtest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same EAR file that operators deploy, on Payara Server. */
class ServerMainJobST extends MainJob {
  private static PayaraServerGateway server;

  @BeforeAll
  static void deploy() throws Exception {
    server = PayaraServerGateway.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Override
  Gateway gateway() {
    return server;
  }
}

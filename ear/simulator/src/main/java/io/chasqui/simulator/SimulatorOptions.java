package io.chasqui.simulator;

import java.util.Optional;

/**
 * How a simulator behaves.
 *
 * @param host the address to listen on
 * @param port 0 to 65535; 0 takes a free one
 * @param mo sent over and over, if any
 * @param logLimit entries of each kind the log keeps, at least 1
 */
public record SimulatorOptions(
    String host,
    int port,
    Credentials credentials,
    AnswerPolicy answers,
    ReceiptPolicy receipts,
    Optional<MoSchedule> mo,
    int logLimit) {

  public SimulatorOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is from 0 to 65535, unlike " + port);
    }
    if (logLimit < 1) {
      throw new IllegalArgumentException("the log keeps at least 1 entry");
    }
  }

  /** Starts from the defaults, which {@code --help} lists; only the port is 0 here. */
  public static SimulatorOptionsBuilder builder() {
    return new SimulatorOptionsBuilder().port(0);
  }
}

package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.StandInProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A process beside the gateway that sends messages, receives them, or both. */
final class Peer implements AutoCloseable {
  private final String name;
  private final StandInProcess process;

  private Peer(String name, StandInProcess process) {
    this.name = name;
    this.process = process;
  }

  static Peer start(String name, String command, List<String> options) throws IOException {
    return new Peer(name, new StandInProcess(command, options));
  }

  String name() {
    return name;
  }

  int port() {
    return process.port();
  }

  long pid() {
    return process.pid();
  }

  void begin(int run) {
    ask("begin " + run);
  }

  /**
   * @param what the words of its sending
   */
  Sent send(String what, Pace pace) {
    return Sent.of(ask(what + " " + pace.word()));
  }

  Tally.Count count() {
    return Tally.Count.of(ask("count"));
  }

  Times times() {
    return Times.of(ask("times"));
  }

  private String ask(String question) {
    try {
      return process.ask(question);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}

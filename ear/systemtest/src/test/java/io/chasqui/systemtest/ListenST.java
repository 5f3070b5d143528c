package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.database.ListeningSockets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a running gateway can be reached by. */
class ListenST {
  @Test
  void it_listens_on_the_ports_it_was_given_and_on_loopback_only() throws IOException {
    MicroGateway gateway = MicroGateway.shared();
    List<String> program = ListeningSockets.of(gateway.process().pid());
    assertThat(program)
        .contains(loopback(gateway.httpPort()))
        .isSubsetOf(loopback(gateway.httpPort()), loopback(gateway.smppPort()));
    List<String> children = gateway.process().descendants().flatMap(ListenST::sockets).toList();
    assertThat(children).as("the database's one port").hasSize(1);
    assertThat(children.get(0)).startsWith("127.0.0.1:");
  }

  private static String loopback(int port) {
    return "127.0.0.1:" + port;
  }

  private static Stream<String> sockets(ProcessHandle process) {
    try {
      return ListeningSockets.of(process.pid()).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.chasqui.benchmark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.benchmark.pipeline.HttpLine.Received;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpLineTest {
  private static Optional<Received> received(String said) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpLine one = new HttpLine(new Socket(server.getInetAddress(), server.getLocalPort()));
        HttpLine other = new HttpLine(server.accept())) {
      one.write(HttpLine.octets(said));
      one.close();
      return other.read();
    }
  }

  @Test
  void readsAnAnswerAndItsBody() throws IOException {
    Received answer =
        received("HTTP/1.1 202 Accepted\r\nContent-Length: 2\r\n\r\n{}").orElseThrow();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(HttpLine.octets("{}"));
    assertThat(answer.isLast()).isFalse();
  }

  @Test
  void heedsThatTheOtherSideCloses() throws IOException {
    Received answer = received("HTTP/1.1 202 Accepted\r\nConnection: close\r\n\r\n").orElseThrow();

    assertThat(answer.isLast()).isTrue();
  }

  @Test
  void seesTheEnd() throws IOException {
    assertThat(received("")).isEmpty();
  }
}

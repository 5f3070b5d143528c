package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.StandInProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The other end of {@link StandInProcess}: a line in, a line out, until its benchmark ends. */
final class Conversation {
  interface Reply {
    String to(String... words) throws IOException, InterruptedException;
  }

  private Conversation() {}

  static void hold(int port, Reply reply) throws IOException, InterruptedException {
    System.out.println(port);
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = questions.readLine(); line != null; line = questions.readLine()) {
      System.out.println(reply.to(line.split(" ")));
    }
  }
}

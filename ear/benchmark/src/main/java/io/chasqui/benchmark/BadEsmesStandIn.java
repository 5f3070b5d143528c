package io.chasqui.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The ESMEs that misbehave, in a process of their own, so that they cost those that measure
 * nothing. Tells the port it connects to; then each line on its standard input makes them begin or,
 * when they are at it, end, and is answered with their connections since.
 */
@Command(name = "bad-esmes", hidden = true, description = "The bad ones of the ESME benchmark.")
final class BadEsmesStandIn implements Callable<Integer> {
  @Option(names = "--port", required = true)
  private int port;

  @Option(names = "--count", required = true)
  private int count;

  @Option(names = "--pause", required = true)
  private long pause;

  @Option(names = "--ways", required = true, split = ",")
  private List<Misbehaviour> ways;

  @Override
  public Integer call() throws IOException {
    System.out.println(port);
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    while (asked.readLine() != null) {
      misbehaveUntilAskedAgain(asked);
    }
    return 0;
  }

  private void misbehaveUntilAskedAgain(BufferedReader asked) throws IOException {
    try (BadEsmes esmes = new BadEsmes(port, count, ways, pause)) {
      System.out.println(0);
      asked.readLine();
      System.out.println(esmes.connections());
    }
  }
}

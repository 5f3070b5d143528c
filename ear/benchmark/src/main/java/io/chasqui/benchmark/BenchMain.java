package io.chasqui.benchmark;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./chasqui bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Chasqui on this machine.",
    subcommands = {LinkBenchmark.class, StandIn.class})
public final class BenchMain {
  /** Held, since java.util.logging forgets the level of a logger nobody refers to. */
  private static final Logger JSMPP = Logger.getLogger("org.jsmpp");

  private BenchMain() {}

  public static void main(String[] args) {
    JSMPP.setLevel(Level.SEVERE);
    System.exit(new CommandLine(new BenchMain()).execute(args));
  }
}

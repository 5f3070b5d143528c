package io.chasqui.benchmark;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./chasqui bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Chasqui on this machine.",
    subcommands = {
      LinkBenchmark.class,
      EsmeBenchmark.class,
      StandIn.class,
      EsmeServerStandIn.class,
      BadEsmesStandIn.class
    })
public final class BenchMain {
  /** Held, since java.util.logging forgets the level of a logger nobody refers to. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("org.jsmpp"), Logger.getLogger("io.chasqui"));

  private BenchMain() {}

  public static void main(String[] args) {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    System.exit(new CommandLine(new BenchMain()).execute(args));
  }
}

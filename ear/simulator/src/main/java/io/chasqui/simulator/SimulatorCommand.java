package io.chasqui.simulator;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The command line: starts a simulator, says what happens, stays until it is stopped. */
@Command(
    name = "chasqui simulator",
    sortOptions = false,
    abbreviateSynopsis = true,
    usageHelpWidth = 100,
    description = "An SMSC to try things against: SMPP 3.4, its behaviour set by options.",
    footer = {
      "",
      "A DELAY is milliseconds (200), a range drawn anew each time (0-200), or has a unit: 500ms,",
      "5s, 1m. Exit status: 0 after a stop, 1 when a port cannot be listened on, 2 for a wrong",
      "option."
    })
final class SimulatorCommand implements Callable<Integer> {

  @Mixin private final SimulatorOptionsBuilder options = new SimulatorOptionsBuilder();

  @Option(
      names = "--control-port",
      paramLabel = "PORT",
      description =
          "HTTP on 127.0.0.1: POST /mo {\"from\",\"to\",\"text\"}, POST /drop, /pause, /resume,"
              + " GET /stats, /submits, /receipts; 0 takes a free port. Default: none")
  private Integer controlPort;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  private boolean help;

  private final Console console;
  private final CountDownLatch stop;

  SimulatorCommand(Console console, CountDownLatch stop) {
    this.console = console;
    this.stop = stop;
  }

  CommandLine commandLine() {
    return new CommandLine(this)
        .registerConverter(Delay.class, converter(Delay::parse))
        .registerConverter(IdStyle.class, converter(IdStyle::parse))
        .registerConverter(ReceiptForm.class, converter(ReceiptForm::parse))
        .registerConverter(Coding.class, converter(Coding::parse))
        .registerConverter(Toggle.class, converter(Toggle::parse))
        .setParameterExceptionHandler((e, args) -> refuse(e));
  }

  private static <T> ITypeConverter<T> converter(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  private int refuse(ParameterException e) {
    console.complain(e.getMessage().lines().findFirst().orElse("wrong option") + "; see --help");
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      return serve(options.build());
    } catch (IllegalArgumentException e) {
      console.complain(e.getMessage() + "; see --help");
      return CommandLine.ExitCode.USAGE;
    }
  }

  private int serve(SimulatorOptions built) throws InterruptedException {
    try (Simulator simulator = Simulator.start(built, console)) {
      console.listening(built.host(), simulator.port());
      return serve(simulator);
    } catch (IOException e) {
      console.complain(
          "cannot listen on " + built.host() + ":" + built.port() + ": " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int serve(Simulator simulator) throws InterruptedException {
    if (controlPort == null) {
      return report(simulator);
    }
    try (ControlServer control = ControlServer.start(simulator, controlPort)) {
      console.controlled(control.port());
      return report(simulator);
    } catch (IOException e) {
      console.complain("cannot listen on 127.0.0.1:" + controlPort + ": " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int report(Simulator simulator) throws InterruptedException {
    console.follow(simulator.log(), stop);
    return CommandLine.ExitCode.OK;
  }
}

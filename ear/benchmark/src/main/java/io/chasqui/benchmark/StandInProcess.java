package io.chasqui.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of {@link BenchMain} in a process of its own, with this one's JVM options. */
final class StandInProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final int port;

  /** Returns when it has told its port. */
  StandInProcess(String name, List<String> options) throws IOException {
    this(command(name, options));
  }

  private StandInProcess(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    answers =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    port = Integer.parseInt(nextLine());
  }

  /**
   * Likewise, but it gets the processors when nobody else wants them: in the world that is measured
   * it would have its own.
   */
  static StandInProcess yielding(String name, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
    command.addAll(command(name, options));
    return new StandInProcess(command);
  }

  private static List<String> command(String name, List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BenchMain.class.getName(), name));
    command.addAll(options);
    return command;
  }

  /** Says a line; what it answers. */
  String ask(String line) throws IOException {
    OutputStream out = process.getOutputStream();
    out.write((line + '\n').getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return nextLine();
  }

  private String nextLine() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the process beside us has ended");
    }
    return line;
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

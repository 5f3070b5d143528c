package io.chasqui.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running mariadbd that does not outlive this JVM.
 *
 * <p>A shell of a few lines becomes the server (exec keeps the process id), leaving a child behind
 * that reads the pipe we hold open. When we die, however we die, the pipe ends and the child sends
 * the server SIGTERM: a clean InnoDB shutdown. PR_SET_PDEATHSIG would be tied to one of our
 * threads.
 */
final class ServerProcess {
  private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);

  /** Ctrl-C reaches the whole terminal group: the gateway, not the keyboard, ends its database. */
  private static final String LAUNCH =
      """
      trap '' INT QUIT HUP
      data=$1
      shift
      exec 3<&0
      (
        read -r end <&3
        grep -qF -- "$data" "/proc/$$/cmdline" && kill -TERM $$
      ) </dev/null >/dev/null 2>&1 &
      exec "$@" 3<&- </dev/null
      """;

  private static final int STOP_SECONDS = 30;
  private static final Set<String> ENVIRONMENT = Set.of("PATH", "LD_LIBRARY_PATH", "LANG");

  private final Process process;
  private final ServerLog serverLog;

  private ServerProcess(Process process, ServerLog serverLog) {
    this.process = process;
    this.serverLog = serverLog;
  }

  static ServerProcess launch(List<String> commandLine, Folders folders) {
    ServerLog serverLog = ServerLog.continuedAt(folders.log());
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", LAUNCH, "chasqui-database"));
    line.add(ServerOptions.dataOption(folders.data()));
    line.addAll(commandLine);
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folders.database().toFile())
            .redirectErrorStream(true)
            .redirectOutput(serverLog.redirect());
    builder.environment().keySet().retainAll(ENVIRONMENT);
    try {
      return new ServerProcess(builder.start(), serverLog);
    } catch (IOException e) {
      throw new DatabaseStartException(
          "The embedded database could not be launched: " + e.getMessage(), e);
    }
  }

  long pid() {
    return process.pid();
  }

  ServerLog serverLog() {
    return serverLog;
  }

  /** Of a server that has ended: how, and why if it said so. */
  String lastWords() {
    return "ended with code " + process.exitValue() + ": " + serverLog.complaint();
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /**
   * @return whether it has ended within that time
   */
  boolean ended(long milliseconds) throws InterruptedException {
    return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
  }

  /** Asks for a clean shutdown and waits up to 30 s for it; then the server is killed. */
  void stop() {
    process.toHandle().destroy();
    try {
      if (ended(TimeUnit.SECONDS.toMillis(STOP_SECONDS))) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.warn(
        "database: mariadbd {} did not stop in time and is killed; the next start recovers", pid());
    process.destroyForcibly();
  }
}

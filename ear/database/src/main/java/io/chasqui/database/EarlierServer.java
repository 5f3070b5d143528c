package io.chasqui.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mariadbd of an earlier run that still has the data directory, most likely stopping. */
final class EarlierServer {
  private static final Logger log = LoggerFactory.getLogger(EarlierServer.class);
  private static final int TERM_SECONDS = 60;
  private static final int KILL_SECONDS = 10;
  private static final int POLL_MILLISECONDS = 50;

  private EarlierServer() {}

  /** Ends whatever server works on these folders. Call it only with the home's lock in hand. */
  static void end(Folders folders) {
    Set<String> ours =
        Set.of(
            ServerOptions.dataOption(folders.data()),
            ServerOptions.dataOption(Folders.unfinished(folders.data())));
    List<ProcessHandle> servers =
        ProcessHandle.allProcesses().filter(process -> isServerOf(process, ours)).toList();
    servers.forEach(server -> end(server, ours));
  }

  private static boolean isServerOf(ProcessHandle process, Set<String> options) {
    try {
      String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      List<String> words = Arrays.asList(line.split("\0"));
      return words.get(0).endsWith("/mariadbd") && words.stream().anyMatch(options::contains);
    } catch (IOException gone) {
      return false;
    }
  }

  private static void end(ProcessHandle server, Set<String> ours) {
    log.warn("database: waiting for mariadbd {} of an earlier run to stop", server.pid());
    server.destroy();
    if (!gone(server, ours, TERM_SECONDS)) {
      log.warn("database: mariadbd {} did not stop and is killed", server.pid());
      server.destroyForcibly();
      if (!gone(server, ours, KILL_SECONDS)) {
        throw new DatabaseStartException(
            "The database's files are held by process " + server.pid() + ", which does not end");
      }
    }
  }

  /**
   * In a container whose first process reaps nobody, a server that ended stays a zombie for ever;
   * it has no command line any more and holds no file, so it counts as gone.
   */
  private static boolean gone(ProcessHandle server, Set<String> ours, int seconds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (isServerOf(server, ours)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      awaitExit(server);
    }
    return true;
  }

  private static void awaitExit(ProcessHandle server) {
    try {
      server.onExit().get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException stillThere) {
      // the caller looks again
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseStartException("The start of the database was interrupted", e);
    }
  }
}

package io.chasqui.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A new data directory: the server's own tables and not one account. */
record Installation(ServerOptions options, Folders folders) {
  private static final Logger log = LoggerFactory.getLogger(Installation.class);
  private static final int SECONDS = 120;
  private static final List<String> SCRIPTS =
      List.of("share/mariadb_system_tables.sql", "share/mariadb_performance_tables.sql");

  /** Installs unless there is a data directory: it has its name only when it is complete. */
  void ensure() {
    if (Files.isDirectory(folders.data())) {
      return;
    }
    log.info("database: creating {}", folders.data());
    Path unfinished = Folders.unfinished(folders.data());
    try {
      Folders.delete(unfinished);
      Folders.createPrivate(unfinished);
      install(unfinished);
      Folders.finish(unfinished, folders.data());
    } catch (IOException e) {
      throw Folders.unwritable(folders.data(), e);
    }
  }

  private void install(Path data) throws IOException {
    ServerLog serverLog = ServerLog.continuedAt(folders.log());
    Process process =
        new ProcessBuilder(options.installing(data))
            .directory(folders.database().toFile())
            .redirectErrorStream(true)
            .redirectOutput(serverLog.redirect())
            .start();
    boolean fed = feed(process);
    if (exitCode(process) != 0 || !fed) {
      throw new DatabaseStartException(
          "The embedded database could not be created: " + serverLog.complaint());
    }
  }

  /** False when the server ended before it had read everything; its exit code says why. */
  private static boolean feed(Process process) throws IOException {
    try (OutputStream sql = process.getOutputStream()) {
      sql.write("CREATE DATABASE mysql;\nUSE mysql;\n".getBytes(StandardCharsets.US_ASCII));
      for (String script : SCRIPTS) {
        try (InputStream packed = BundledServer.open(script)) {
          packed.transferTo(sql);
        }
      }
      return true;
    } catch (IOException brokenPipe) {
      return false;
    }
  }

  private static int exitCode(Process process) {
    try {
      if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return -1;
  }
}

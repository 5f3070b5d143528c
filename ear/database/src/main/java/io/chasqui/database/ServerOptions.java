package io.chasqui.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The server's command line. */
record ServerOptions(BundledServer server, Folders folders) {

  /**
   * For a server at work: loopback only, with accounts, durable.
   *
   * @param port TCP port on 127.0.0.1
   * @param bufferPoolMegabytes InnoDB's cache
   * @param accounts statements run before the first connection is accepted
   */
  List<String> serving(int port, int bufferPoolMegabytes, Path accounts) {
    List<String> line = common(folders.data());
    line.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            "--port=" + port,
            // No unix socket at all: one door less, and no path longer than the 107 bytes of one.
            "--socket=",
            "--pid-file=" + folders.run().resolve("mariadbd.pid"),
            "--init-file=" + accounts,
            "--skip-name-resolve",
            // Loopback needs no TLS; making its key would take three seconds of every start.
            "--skip-ssl",
            "--local-infile=OFF",
            "--max-connections=150",
            "--max-allowed-packet=64M",
            "--table-open-cache=1000",
            "--innodb-buffer-pool-size=" + bufferPoolMegabytes + "M",
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-doublewrite=ON",
            "--sql-mode=STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
                + "NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION",
            "--default-time-zone=+00:00",
            "--log-warnings=1"));
    return line;
  }

  /** For the installation, which reads SQL from its standard input and opens no port. */
  List<String> installing(Path data) {
    List<String> line = common(data);
    line.addAll(List.of("--bootstrap", "--max-allowed-packet=8M", "--log-warnings=0"));
    return line;
  }

  private List<String> common(Path data) {
    List<String> line = new ArrayList<>();
    line.add(server.program().toString());
    line.add("--no-defaults");
    line.add("--basedir=" + server.base());
    line.add(dataOption(data));
    line.add("--tmpdir=" + folders.temporary());
    line.add("--lc-messages-dir=" + server.base().resolve("share"));
    line.add("--character-sets-dir=" + server.base().resolve("share/charsets"));
    line.add("--character-set-server=utf8mb4");
    line.add("--collation-server=utf8mb4_nopad_bin");
    line.add("--performance-schema=OFF");
    line.add("--skip-log-bin");
    if (isRoot()) {
      line.add("--user=root");
    }
    return line;
  }

  /** By this a server of ours is known in /proc. */
  static String dataOption(Path data) {
    return "--datadir=" + data;
  }

  /** The server refuses to run as root unless told to. */
  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException noProc) {
      return "root".equals(System.getProperty("user.name"));
    }
  }
}

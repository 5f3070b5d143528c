package io.chasqui.database;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The one account there is, made to match the kept password at every start before the server
 * listens; so a lost or restored password file needs no repair.
 */
record Accounts(DatabasePassword password) {
  static final String USER = "chasqui";

  /** The server reads one statement a line. */
  private static final String STATEMENTS =
      """
      CREATE DATABASE IF NOT EXISTS chasqui CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
      CREATE USER IF NOT EXISTS chasqui@'127.0.0.1' IDENTIFIED BY '%1$s';
      ALTER USER chasqui@'127.0.0.1' IDENTIFIED BY '%1$s';
      GRANT ALL PRIVILEGES ON chasqui.* TO chasqui@'127.0.0.1';
      """;

  /**
   * @return the file with the statements, readable by the owner alone; delete it after the start
   */
  Path writeTo(Path folder) {
    Path file = folder.resolve("accounts.sql");
    try {
      Folders.writePrivate(file, STATEMENTS.formatted(password.value()));
      return file;
    } catch (IOException e) {
      throw Folders.unwritable(file, e);
    }
  }
}

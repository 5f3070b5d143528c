package io.chasqui.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A gateway in a JVM of its own, to be killed: prints the database's pid or why there is none. */
final class ChildGateway implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private ChildGateway(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** A gateway whose data source is asked first, before anybody has started the database. */
  static ChildGateway byDataSource(Path home) throws IOException {
    return at(home, "-Dchasqui.home=" + home);
  }

  static ChildGateway at(Path home) throws IOException {
    return at(home, "-Dchasqui.db.buffer-pool=64");
  }

  private static ChildGateway at(Path home, String option) throws IOException {
    return new ChildGateway(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                ChildGateway.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  public static void main(String[] arguments) throws Exception {
    if (System.getProperty("chasqui.home") != null) {
      askDataSource();
    } else {
      startDirectly(arguments);
    }
    // No stop: an exit without it must not leave a database behind either.
    System.exit(0);
  }

  private static void askDataSource() throws Exception {
    GatewayDataSource dataSource = new GatewayDataSource();
    try (Connection connection = dataSource.getConnection()) {
      System.out.println(connection.getCatalog());
    }
    GatewayDatabase.start(Settings.read()).stop();
    try {
      dataSource.getConnection();
    } catch (SQLException refused) {
      System.out.println(refused.getMessage());
    }
  }

  private static void startDirectly(String[] arguments) throws Exception {
    try {
      EmbeddedMariaDb database = EmbeddedMariaDb.start(Homes.at(Path.of(arguments[0])));
      Homes.ask(
          database.connectionDetails(),
          "CREATE TABLE IF NOT EXISTS kept (word VARCHAR(9))",
          "INSERT INTO kept VALUES ('child')");
      System.out.println(database.pid());
      System.in.read();
    } catch (DatabaseStartException refused) {
      System.out.println(refused.getMessage());
    }
  }

  String nextLine() throws IOException {
    return output.readLine();
  }

  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  void leave() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor(10, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}

package io.chasqui.database;

import static io.chasqui.database.Homes.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts and ends, the clean ones and the others. */
class EmbeddedMariaDbLifecycleTest {
  @TempDir Path folder;

  @Test
  void a_second_start_has_the_data_of_the_first_and_unpacks_nothing() throws Exception {
    Path program = folder.resolve("database/base/bin/mariadbd");
    String password;
    Object unpackedAt;
    try (EmbeddedMariaDb first = EmbeddedMariaDb.start(Homes.at(folder))) {
      write(first, "first");
      password = first.connectionDetails().password();
      unpackedAt = Files.getAttribute(program, "unix:ctime");
    }
    try (EmbeddedMariaDb second = EmbeddedMariaDb.start(Homes.at(folder))) {
      assertThat(read(second)).isEqualTo("first");
      assertThat(second.connectionDetails().password()).isEqualTo(password);
      assertThat(Files.getAttribute(program, "unix:ctime")).isEqualTo(unpackedAt);
    }
  }

  @Test
  void stopping_ends_the_server_frees_the_home_and_may_be_repeated() {
    EmbeddedMariaDb database = EmbeddedMariaDb.start(Homes.at(folder));
    long pid = database.pid();
    database.stop();
    database.stop();
    assertThat(ProcessHandle.of(pid)).isEmpty();
    HomeLock.take(folder).close();
    assertThat(folder.resolve("database/data/ibdata1")).exists();
    assertThat(folder.resolve("logs/database.log")).content().contains("Shutdown complete");
  }

  @Test
  void a_lost_password_is_replaced_and_the_data_stay() throws Exception {
    try (EmbeddedMariaDb first = EmbeddedMariaDb.start(Homes.at(folder))) {
      write(first, "first");
    }
    Files.writeString(folder.resolve("keys/database-password"), "half a pass");
    try (EmbeddedMariaDb second = EmbeddedMariaDb.start(Homes.at(folder))) {
      assertThat(read(second)).isEqualTo("first");
    }
  }

  @Test
  void what_an_interrupted_first_start_left_is_repaired() throws Exception {
    Path database = Files.createDirectories(folder.resolve("database"));
    Files.createDirectories(database.resolve("base.new/bin"));
    Files.writeString(database.resolve("base.new/bin/mariadbd"), "half");
    Files.createDirectories(database.resolve("base/bin"));
    Files.writeString(database.resolve("base/bin/mariadbd"), "half");
    Files.createDirectories(database.resolve("data.new/mysql"));
    Files.writeString(database.resolve("data.new/ibdata1"), "half");
    try (EmbeddedMariaDb started = EmbeddedMariaDb.start(Homes.at(folder))) {
      write(started, "here");
    }
    assertThat(database.resolve("base.new")).doesNotExist();
    assertThat(database.resolve("data.new")).doesNotExist();
  }

  @Test
  void a_program_cut_short_by_a_power_failure_is_unpacked_again() throws Exception {
    EmbeddedMariaDb.start(Homes.at(folder)).stop();
    Path program = folder.resolve("database/base/bin/mariadbd");
    long length = Files.size(program);
    try (FileChannel cut = FileChannel.open(program, StandardOpenOption.WRITE)) {
      cut.truncate(length / 2);
    }
    EmbeddedMariaDb.start(Homes.at(folder)).stop();
    assertThat(program).hasSize(length);
  }

  @Test
  void a_home_deeper_than_a_unix_socket_path_can_be_works() throws Exception {
    Path deep = folder.resolve("a".repeat(60)).resolve("b c'd".repeat(20));
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(Homes.at(deep))) {
      write(database, "deep");
      assertThat(read(database)).isEqualTo("deep");
    }
  }

  @Test
  void a_gateway_killed_leaves_no_database_and_the_next_has_its_data() throws Exception {
    try (ChildGateway child = ChildGateway.at(folder)) {
      long pid = Long.parseLong(child.nextLine());
      assertThat(ProcessHandle.of(pid)).isPresent();
      child.kill();
      awaitGone(pid);
      assertThat(folder.resolve("logs/database.log")).content().contains("Shutdown complete");
    }
    try (EmbeddedMariaDb next = EmbeddedMariaDb.start(Homes.at(folder))) {
      assertThat(read(next)).isEqualTo("child");
    }
  }

  @Test
  void a_gateway_that_exits_without_stopping_leaves_no_database() throws Exception {
    try (ChildGateway child = ChildGateway.at(folder)) {
      long pid = Long.parseLong(child.nextLine());
      child.leave();
      awaitGone(pid);
    }
  }

  @Test
  void a_database_left_over_all_the_same_is_ended_by_the_next_start() throws Exception {
    try (ChildGateway child = ChildGateway.at(folder)) {
      ProcessHandle orphan = ProcessHandle.of(Long.parseLong(child.nextLine())).orElseThrow();
      orphan.children().forEach(ProcessHandle::destroyForcibly);
      child.kill();
      assertThat(orphan.isAlive()).isTrue();
      try (EmbeddedMariaDb next = EmbeddedMariaDb.start(Homes.at(folder))) {
        awaitGone(orphan.pid());
        assertThat(read(next)).isEqualTo("child");
      }
    }
  }

  @Test
  void a_home_reached_by_a_link_is_the_same_home() throws Exception {
    Path link = folder.resolve("link");
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.createSymbolicLink(link, real);
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(Homes.at(real))) {
      write(database, "real");
      assertThatThrownBy(() -> EmbeddedMariaDb.start(Homes.at(link)))
          .hasMessageContaining("in use by another Chasqui");
    }
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(Homes.at(link))) {
      assertThat(read(database)).isEqualTo("real");
    }
  }

  @Test
  void a_home_that_cannot_be_written_is_named_with_the_reason() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> EmbeddedMariaDb.start(Homes.at(file.resolve("var"))))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageStartingWith("Cannot write to " + file.resolve("var"))
        .hasMessageContaining("set chasqui.home")
        .hasMessageNotContaining("Exception");
  }

  @Test
  void a_port_that_is_taken_is_told_and_nothing_is_left_running() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThatThrownBy(() -> EmbeddedMariaDb.start(Homes.at(folder, "chasqui.db.port", port)))
          .isInstanceOf(DatabaseStartException.class)
          .hasMessageContaining("Address already in use");
    }
    EmbeddedMariaDb.start(Homes.at(folder)).stop();
  }

  @Test
  void a_port_that_is_set_is_used() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Settings settings = Homes.at(folder, "chasqui.db.port", Integer.toString(port));
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(settings)) {
      assertThat(ListeningSockets.of(database.pid())).containsExactly("127.0.0.1:" + port);
    }
  }

  /** Ended, reaped or not: a zombie has no command line. */
  private static void awaitGone(long pid) {
    Path commandLine = Path.of("/proc/" + pid + "/cmdline");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Files.notExists(commandLine) || Files.readString(commandLine).isEmpty());
  }

  private static void write(EmbeddedMariaDb database, String word) throws Exception {
    ask(
        database.connectionDetails(),
        "CREATE TABLE kept (word VARCHAR(9))",
        "INSERT INTO kept VALUES ('" + word + "')");
  }

  private static String read(EmbeddedMariaDb database) throws Exception {
    return ask(database.connectionDetails(), "SELECT word FROM kept");
  }
}

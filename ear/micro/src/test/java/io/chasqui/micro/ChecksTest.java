package io.chasqui.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at before anything heavy starts. */
class ChecksTest {
  private static final String LOOPBACK = "127.0.0.1";

  @Test
  void a_taken_port_is_refused_with_its_owner_and_the_setting() throws IOException {
    try (ServerSocket taken = listening()) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(ListenPort.http(LOOPBACK, taken.getLocalPort())::check)
          .withMessageContaining("port " + taken.getLocalPort())
          .withMessageContaining("process " + ProcessHandle.current().pid())
          .withMessageContaining("chasqui.http.port");
    }
  }

  @Test
  void a_taken_port_for_esmes_is_refused_with_its_own_setting() throws IOException {
    try (ServerSocket taken = listening()) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(ListenPort.smpp(LOOPBACK, taken.getLocalPort())::check)
          .withMessageStartingWith("smpp server: port " + taken.getLocalPort())
          .withMessageContaining("chasqui.smpp.port (CHASQUI_SMPP_PORT)");
    }
  }

  @Test
  void a_free_port_is_left_free() throws IOException {
    ListenPort port = ListenPort.http(LOOPBACK, freePort());

    assertThatCode(port::check).doesNotThrowAnyException();
    assertThatCode(port::check).doesNotThrowAnyException();
  }

  @Test
  void an_address_of_another_machine_is_refused() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(ListenPort.http("192.0.2.1", 18_080)::check)
        .withMessageContaining("chasqui.http.host");
  }

  @Test
  void a_new_home_is_its_owners_alone(@TempDir Path directory) throws IOException {
    Path home = directory.resolve("a/home");

    new Home(home).check();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
        .isEqualTo("rwx------");
  }

  @Test
  void a_home_that_cannot_be_is_refused(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("file"));

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(new Home(file.resolve("home"))::check)
        .withMessageContaining("chasqui.home");
  }

  @Test
  void a_database_nobody_serves_is_refused_without_its_parameters() throws IOException {
    String url = "jdbc:mariadb://127.0.0.1:" + freePort() + "/chasqui";

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(new ExternalDatabase(url + "?password=secret", "u", "p")::check)
        .withMessageContaining(url)
        .withMessageContaining("chasqui.db.url")
        .withMessageNotContaining("secret");
  }

  @Test
  void a_database_of_another_kind_is_refused_with_an_example() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(new ExternalDatabase("jdbc:postgresql://h/x", "u", "p")::check)
        .withMessageContaining("jdbc:mariadb://host:3306/chasqui");
  }

  @Test
  void a_broker_nobody_serves_is_refused() throws IOException {
    String url = "tcp://127.0.0.1:" + freePort();

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(new ExternalBroker(url, null, null)::check)
        .withMessageContaining(url)
        .withMessageContaining("chasqui.broker.url");
  }

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = listening()) {
      return socket.getLocalPort();
    }
  }
}

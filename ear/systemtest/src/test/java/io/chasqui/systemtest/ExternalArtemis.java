package io.chasqui.systemtest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * An operator's own Artemis: in a process of its own, set up as the README says, with an account, a
 * plain port and one with TLS.
 */
public final class ExternalArtemis implements AutoCloseable {
  public static final String USER = "gateway";
  public static final String PASSWORD = "broker secret";
  private static final String STORE_PASSWORD = "store,secret";

  private static final Pattern OF_THE_README =
      Pattern.compile("```xml\n(<security-settings>.*?)```", Pattern.DOTALL);

  private static final String BROKER_XML =
      """
      <configuration xmlns="urn:activemq">
        <core xmlns="urn:activemq:core">
          <name>external</name>
          <persistence-enabled>true</persistence-enabled>
          <journal-type>NIO</journal-type>
          <journal-directory>%1$s/journal</journal-directory>
          <bindings-directory>%1$s/bindings</bindings-directory>
          <large-messages-directory>%1$s/large</large-messages-directory>
          <paging-directory>%1$s/paging</paging-directory>
          <acceptors>
            <acceptor name="plain">tcp://127.0.0.1:%2$d</acceptor>
            <acceptor name="tls">tcp://127.0.0.1:%3$d?sslEnabled=true;keyStorePath=%1$s/broker.p12;\
      keyStorePassword=%4$s</acceptor>
          </acceptors>
          %5$s
        </core>
      </configuration>
      """;

  private final Path directory;
  private final int port = FreePorts.one();
  private final int tlsPort = FreePorts.one();
  private Process process;

  private ExternalArtemis(Path directory) {
    this.directory = directory;
  }

  public static ExternalArtemis create() throws Exception {
    ExternalArtemis broker = new ExternalArtemis(Repository.scratch("artemis"));
    broker.makeCertificate();
    Files.writeString(
        broker.directory.resolve("broker.xml"),
        BROKER_XML.formatted(
            broker.directory, broker.port, broker.tlsPort, STORE_PASSWORD, settingsOfTheReadme()));
    broker.start();
    return broker;
  }

  public String url() {
    return "tcp://127.0.0.1:" + port;
  }

  String tlsUrl() {
    return "tcp://127.0.0.1:%d?sslEnabled=true&trustStorePath=%s&trustStorePassword=%s"
        .formatted(tlsPort, directory.resolve("broker.p12"), STORE_PASSWORD);
  }

  public void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                StandaloneBroker.class.getName(),
                directory.resolve("broker.xml").toUri().toString(),
                USER,
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("broker.log").toFile()))
            .start();
    Awaitility.await("the external broker accepts; its log: " + directory.resolve("broker.log"))
        .atMost(Duration.ofSeconds(60))
        .until(() -> accepts(port) && accepts(tlsPort));
  }

  /** As kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      throw new AssertionError("the external broker survived kill -9");
    }
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String settingsOfTheReadme() throws IOException {
    Matcher found = OF_THE_README.matcher(Files.readString(Repository.root().resolve("README.md")));
    if (!found.find()) {
      throw new AssertionError("the README no longer tells how to set an external Artemis up");
    }
    return found.group(1);
  }

  /** One file serves both sides: a trust store may hold the key as well. */
  private void makeCertificate() throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "broker",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-keystore",
            directory.resolve("broker.p12").toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            STORE_PASSWORD);
    Process keytool = new ProcessBuilder(command).inheritIO().start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new AssertionError("keytool made no certificate");
    }
  }
}

package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Kannel's two processes, as Debian packs them, with a message store on disk. */
final class Kannel implements Contender {
  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration STOP = Duration.ofSeconds(10);

  private final Path home;
  private final int port;
  private final Process bearerbox;
  private final Process smsbox;

  private Kannel(Path home, int port, Process bearerbox, Process smsbox) {
    this.home = home;
    this.port = port;
    this.bearerbox = bearerbox;
    this.smsbox = smsbox;
  }

  static boolean isInstalled() {
    return Stream.of("bearerbox", "smsbox")
        .allMatch(each -> Files.isExecutable(Path.of("/usr/sbin", each)));
  }

  /** Returns when both processes listen. */
  static Kannel start(int smscPort, int sinkPort) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("kannel-bench");
    int admin = Scratch.freePort();
    int port = Scratch.freePort();
    int boxes = Scratch.freePort();
    Files.writeString(
        home.resolve("kannel.conf"),
        CONFIGURATION.formatted(admin, boxes, home, home, smscPort, port, home, sinkPort));
    Process bearerbox = start(home, "bearerbox");
    await(boxes, "bearerbox");
    Process smsbox = start(home, "smsbox");
    await(port, "smsbox");
    // Until it has bound, it would answer that it takes no messages.
    Scratch.pass(2_000);
    return new Kannel(home, port, bearerbox, smsbox);
  }

  private static Process start(Path home, String name) throws IOException {
    return new ProcessBuilder("/usr/sbin/" + name, home.resolve("kannel.conf").toString())
        .redirectErrorStream(true)
        .redirectOutput(home.resolve(name + ".out").toFile())
        .start();
  }

  private static void await(int port, String name) throws IOException, InterruptedException {
    if (!Scratch.await(START, () -> Scratch.listens(port))) {
      throw new IOException("Kannel's " + name + " does not start");
    }
  }

  int port() {
    return port;
  }

  @Override
  public Map<String, Long> processes() {
    Map<String, Long> all = new LinkedHashMap<>();
    all.put("bearerbox", bearerbox.pid());
    all.put("smsbox", smsbox.pid());
    return all;
  }

  @Override
  public long heap() {
    return 0;
  }

  @Override
  public void close() {
    Scratch.end(smsbox, STOP);
    Scratch.end(bearerbox, STOP);
    Scratch.delete(home);
  }

  private static final String CONFIGURATION =
      """
      group = core
      admin-port = %d
      admin-interface = 127.0.0.1
      admin-password = secret
      smsbox-port = %d
      smsbox-interface = 127.0.0.1
      box-allow-ip = 127.0.0.1
      store-type = file
      store-location = %s/store
      dlr-storage = internal
      log-file = %s/bearerbox.log
      log-level = 3

      group = smsc
      smsc = smpp
      smsc-id = carrier
      host = 127.0.0.1
      port = %d
      transceiver-mode = true
      smsc-username = chasqui
      smsc-password = secret
      system-type = ""
      max-pending-submits = 200

      group = smsbox
      bearerbox-host = 127.0.0.1
      sendsms-port = %d
      sendsms-interface = 127.0.0.1
      log-file = %s/smsbox.log
      log-level = 3

      group = sendsms-user
      username = bench
      password = secret
      user-allow-ip = 127.0.0.1

      group = sms-service
      keyword = default
      catch-all = true
      max-messages = 0
      get-url = "http://127.0.0.1:%d/?text=%%a"
      """;
}

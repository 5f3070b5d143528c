package io.chasqui.micro;

import io.chasqui.database.GatewayDatabase;
import io.chasqui.database.HomeLock;
import io.chasqui.database.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** All parts of the gateway, started in the order they need each other and stopped in reverse. */
public final class Gateway implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  private final LaunchSettings settings;
  private final Home home;
  private final Progress progress;
  private final StopSignal stop;
  private HomeLock lock;
  private GatewayDatabase database;
  private PayaraServer server;

  Gateway(LaunchSettings settings, Progress progress, StopSignal stop) {
    this.settings = settings;
    this.home = new Home(settings.home());
    this.progress = progress;
    this.stop = stop;
  }

  /**
   * Returns when the gateway answers as ready.
   *
   * @throws Refusal saying which part does not start, and why; then {@link #close()} stops the rest
   */
  void start() throws IOException, InterruptedException {
    check();
    Assembly assembly = Assembly.besideThisJar();
    progress.say("Chasqui starts, its home is " + home.directory());
    settings.publish();
    home.preparePayara(assembly.payara());
    Progress.keepTheConsoleForItself(home.logs());
    LogFiles.open(home.logs(), home.payara().resolve("config/logging.properties"));
    CompletableFuture<Void> databaseReady = startDatabase();
    startServer(assembly);
    for (Assembly.Module module : assembly.modules()) {
      if (module == assembly.modules().get(0)) {
        databaseReady.join();
      }
      deploy(module);
    }
    server.listen();
    awaitReady();
  }

  private void check() {
    home.check();
    lock = HomeLock.take(home.directory());
    ListenPort.http(settings.httpHost(), settings.httpPort()).check();
    settings.smpp().forEach(ListenPort::check);
    settings.database().ifPresent(ExternalDatabase::check);
    settings.broker().ifPresent(ExternalBroker::check);
  }

  /** Beside Payara: on two cores the two starts overlap. */
  private CompletableFuture<Void> startDatabase() {
    long since = System.nanoTime();
    if (settings.database().isEmpty()) {
      // The embedded database takes the lock itself.
      lock.close();
    }
    database = GatewayDatabase.start(databaseSettings());
    return CompletableFuture.runAsync(
        () -> {
          database.connectionDetails();
          progress.ready("database", since);
        },
        task -> new Thread(task, "chasqui-database-wait").start());
  }

  // Not Settings.read(): MicroProfile Config waits for a server that is yet to start.
  private static Settings databaseSettings() {
    return Settings.from(name -> Optional.ofNullable(LaunchSettings.lookUp(name)));
  }

  private void startServer(Assembly assembly) throws IOException {
    long since = System.nanoTime();
    server = PayaraServer.start(settings, assembly, home.payara());
    progress.ready("server", since);
  }

  private void deploy(Assembly.Module module) {
    if (stop.isWished()) {
      throw new StoppedWhileStarting();
    }
    long since = System.nanoTime();
    server.deploy(module);
    progress.ready(module.name(), since);
  }

  private void awaitReady() throws InterruptedException {
    if (new Readiness(settings.url()).await(READY_WITHIN, stop.latch())) {
      progress.say("gateway: ready at " + settings.url() + " in " + progress.total());
      return;
    }
    if (stop.isWished()) {
      throw new StoppedWhileStarting();
    }
    throw new Refusal(
        "gateway: "
            + settings.url()
            + "/health/ready did not answer 200 within "
            + READY_WITHIN.toSeconds()
            + " s: see "
            + home.logs());
  }

  /** Whether there is anything to stop. */
  boolean hasBegun() {
    return database != null;
  }

  /** Where the administrator's generated password lies. */
  public Path adminPassword() {
    return home.adminPassword();
  }

  public String url() {
    return settings.url();
  }

  /** Finishes what is in flight, then stops the parts; the database goes last. */
  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
    if (database != null) {
      database.stop();
    }
    lock.close();
  }

  /** A wish to stop that came before the gateway was up: no failure. */
  static final class StoppedWhileStarting extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

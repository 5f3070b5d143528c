package io.chasqui.smpp.esme;

import static org.awaitility.Awaitility.await;

import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeListener;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.esme.EsmeSession;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.smpp.ra.TestContainer;
import io.chasqui.smpp.ra.TestEndpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The adapter in a container with a scripted application, and ESMEs in front of it. */
public final class EsmeRig implements AutoCloseable {
  public static final String PASSWORD = "secret";
  public static final Duration SOON = Duration.ofSeconds(20);
  public static final SystemId ACME = SystemId.of("acme");

  public final TestContainer container = new TestContainer();
  public final TestApplication application = new TestApplication();
  public final TestEndpoints<EsmeListener> endpoints = container.activate(application);
  public final EsmeServer server = container.esmes().getConnection();
  private final List<AutoCloseable> open = new ArrayList<>();
  private int port;

  /** With the standard settings on a free port. */
  public EsmeRig start() {
    return start(EsmeListenerSettings.at("127.0.0.1", 0));
  }

  public EsmeRig start(EsmeListenerSettings settings) {
    try {
      port = server.listen(settings);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Standard settings with other times. */
  public static EsmeListenerSettings timed(
      Duration bind, Duration inactivity, Duration enquire, Duration response) {
    return new EsmeListenerSettings(
        "127.0.0.1", 0, Optional.empty(), List.of(), 5_000, bind, inactivity, enquire, response);
  }

  public int port() {
    return port;
  }

  public TestEsme esme() {
    TestEsme esme = new TestEsme(port);
    open.add(esme);
    return esme;
  }

  /** A transceiver of {@link #ACME}, which may be delivered to. */
  public TestEsme bound() {
    Set<Long> before = ids();
    TestEsme esme = esme().bound(ACME.value());
    until(() -> !before.containsAll(ids()));
    return esme;
  }

  private Set<Long> ids() {
    return server.sessions().stream().map(EsmeSession::id).collect(Collectors.toSet());
  }

  public void limit(int maxBinds, int window, int perSecond) {
    application.know(account(maxBinds, window, perSecond));
  }

  public static EsmeAccount account(int maxBinds, int window, int perSecond) {
    return new EsmeAccount(ACME, maxBinds, window, perSecond, EsmeAccount.ReceiptPdu.DELIVER_SM);
  }

  public EsmeSession onlySession() {
    until(() -> server.sessions().size() == 1);
    return server.sessions().get(0);
  }

  public void until(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(condition);
  }

  @Override
  public void close() {
    for (AutoCloseable one : open) {
      try {
        one.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    container.close();
  }
}

package io.chasqui.smpp.ra;

import static org.awaitility.Awaitility.await;

import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.Outcomes;
import io.chasqui.domain.link.Segments;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.smsc.SmscSession;
import io.chasqui.smpp.smsc.TestSmsc;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** The adapter in a container, an SMSC for it, and all the waiting of its tests. */
final class Rig implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(10);

  final TestContainer container = new TestContainer();
  final TestSmsc smsc = new TestSmsc();
  final LinkConnection links = container.links().getConnection();
  final Outcomes outcomes = new Outcomes();
  final List<LinkEvent> events = new CopyOnWriteArrayList<>();
  final TestEndpoints<LinkListener> endpoints = container.activate(events::addAll);

  Settings settings() {
    return Settings.to(smsc.port());
  }

  void bind() {
    bind(settings());
  }

  void bind(Settings settings) {
    links.open(settings.link());
    awaitState(LinkState.BOUND);
  }

  void submit(int count) {
    links.submit(Settings.ID, Segments.numbered(count), outcomes);
  }

  LinkStatus status() {
    return links.status(Settings.ID);
  }

  void awaitState(LinkState state) {
    until(() -> status().state() == state);
  }

  void awaitOutcomes(int count) {
    until(() -> outcomes.all().size() >= count);
  }

  SmscSession session() {
    until(() -> !smsc.sessions().isEmpty());
    return smsc.sessions().get(0);
  }

  void until(Callable<Boolean> condition) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(10)).until(condition);
  }

  @Override
  public void close() {
    container.close();
    smsc.close();
  }
}

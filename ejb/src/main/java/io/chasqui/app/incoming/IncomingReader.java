package io.chasqui.app.incoming;

import io.chasqui.app.messaging.EnvelopeReader;
import io.chasqui.app.messaging.IncomingCodec;
import io.chasqui.app.messaging.LocalSession;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.messaging.Worker;
import io.chasqui.app.messaging.Workers;
import io.chasqui.app.operations.Activity;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.domain.link.LinkEvent;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Reads incoming segments from the broker and has each batch turned into messages. The database has
 * its own transaction, committed before the broker's: a batch may come twice.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IncomingReader {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Inject private Workers workers;
  @Inject private IncomingDesk desk;
  @Inject private Activity activity;

  private Worker worker;

  @PostConstruct
  void start() {
    worker =
        workers.start(
            "incoming",
            session -> {
              var segments = new EnvelopeReader<>(session, Queues.INCOMING, IncomingCodec.INSTANCE);
              return () -> turn(session, segments);
            });
  }

  public void onStopping(@Observes @Priority(GatewayStopping.RECORDS) GatewayStopping event) {
    stop();
  }

  @PreDestroy
  void stop() {
    worker.stop();
    worker.join(GRACE);
  }

  private void turn(LocalSession session, EnvelopeReader<LinkEvent.Incoming> segments) {
    segments.read(PATIENCE).ifPresent(batch -> read(session, batch));
    session.commit();
  }

  private void read(LocalSession session, List<LinkEvent.Incoming> batch) {
    desk.write(session, batch);
    activity.touch();
  }
}

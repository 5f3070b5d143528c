package io.chasqui.app.webhooks;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.GatewayStopping;
import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.operations.WebhookView;
import io.chasqui.domain.delivery.Egress;
import io.chasqui.domain.delivery.RetrySchedule;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Runs the delivery loop while the gateway runs. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookSender {
  private static final System.Logger LOG = System.getLogger("io.chasqui.webhooks");
  private static final int PER_CLIENT = 32;
  private static final int OVERALL = 256;
  private static final HttpPush.Limits LIMITS =
      new HttpPush.Limits(OVERALL, Duration.ofSeconds(5), Duration.ofSeconds(15));
  private static final Duration GRACE = Duration.ofSeconds(10);

  @Inject private Directory directory;
  @Inject private GatewaySettings settings;
  @Inject private Clock clock;
  @Inject private Event<SettingsSaved> saved;
  @Inject private Event<WebhookDisabled> disabled;

  @Resource(lookup = "java:app/jdbc/chasqui")
  private DataSource database;

  @Resource private ManagedThreadFactory threads;

  private ExecutorService lookups;
  private HttpPush http;
  private DeliveryLoop loop;
  private Thread loopThread;

  @PostConstruct
  void start() {
    lookups = Executors.newCachedThreadPool(threads);
    http =
        new HttpPush(
            new Egress(settings.egressAllow()),
            SystemDefaultDnsResolver.INSTANCE,
            lookups,
            LIMITS,
            userAgent());
    loop =
        new DeliveryLoop(
            new DeliveryTable(database),
            new SettlementJournal(database),
            http,
            this::target,
            RetrySchedule.standard(),
            clock,
            new Lanes(PER_CLIENT, OVERALL),
            this::tellDisabled);
    loopThread = threads.newThread(loop);
    loopThread.setName("chasqui-webhooks");
    loopThread.start();
  }

  /** Has the outbox looked at now; call it after the commit of what was added to it. */
  public void wake() {
    loop.wake();
  }

  public void onStopping(@Observes @Priority(GatewayStopping.WEBHOOKS) GatewayStopping event) {
    stop();
  }

  @PreDestroy
  void stop() {
    loop.stop(GRACE);
    try {
      loopThread.join(GRACE.plusSeconds(2).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (loopThread.isAlive()) {
      LOG.log(Level.WARNING, "webhooks: the loop did not end; what it was at goes out again");
      loopThread.interrupt();
    }
    http.close();
    lookups.shutdownNow();
  }

  private Optional<PushTarget> target(String clientId) {
    return directory
        .current()
        .webhookOf(clientId)
        .filter(WebhookView::enabled)
        .map(webhook -> new PushTarget(webhook.id(), webhook.url(), webhook.secret()));
  }

  /** The directory first, so that whoever hears of it sees it. */
  private void tellDisabled(WebhookDisabled event) {
    saved.fire(SettingsSaved.OTHER);
    disabled.fire(event);
  }

  private static String userAgent() {
    String version = WebhookSender.class.getPackage().getImplementationVersion();
    return version == null ? "Chasqui" : "Chasqui/" + version;
  }
}

package io.chasqui.app.dispatch;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkConnectionFactory;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.SmppLinkSettings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All links of all adapters, by connector. */
@ApplicationScoped
public class Links {
  private final Map<ConnectorId, LinkConnection> open = new ConcurrentHashMap<>();

  @Resource(lookup = "java:app/links/smpp")
  private LinkConnectionFactory smppFactory;

  @Resource(lookup = "java:app/links/modem")
  private LinkConnectionFactory modemFactory;

  private LinkConnection smpp;
  private LinkConnection modem;

  /** Starts or changes a link and answers the handle to use it by. */
  LinkConnection open(LinkSettings settings) {
    LinkConnection connection = connectionFor(settings);
    connection.open(settings);
    open.put(settings.id(), connection);
    return connection;
  }

  /** Stops a link, waiting up to {@code grace} for the answers under way. */
  void stop(ConnectorId id, Duration grace) {
    LinkConnection connection = open.remove(id);
    if (connection != null) {
      connection.stop(id, grace);
    }
  }

  /** The link's status now; stopped for one that is not open or not known. */
  public LinkStatus status(ConnectorId id) {
    LinkConnection connection = open.get(id);
    return connection == null ? LinkStatus.stopped(Instant.EPOCH) : connection.status(id);
  }

  private synchronized LinkConnection connectionFor(LinkSettings settings) {
    if (settings instanceof SmppLinkSettings) {
      smpp = smpp == null ? smppFactory.getConnection() : smpp;
      return smpp;
    }
    modem = modem == null ? modemFactory.getConnection() : modem;
    return modem;
  }

  @PreDestroy
  synchronized void close() {
    if (smpp != null) {
      smpp.close();
    }
    if (modem != null) {
      modem.close();
    }
  }
}

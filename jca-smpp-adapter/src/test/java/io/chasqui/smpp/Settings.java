package io.chasqui.smpp;

import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SmppFlow;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.SmppSessions;
import io.chasqui.domain.link.SmppTimers;
import java.time.Duration;

/** Link settings for tests; each {@code with} is a copy. */
public record Settings(
    int port,
    BindType bind,
    int binds,
    int window,
    int perSecond,
    Duration timeout,
    Duration idle) {
  public static final ConnectorId ID = ConnectorId.of("carrier-a");
  private static final Duration LONG = Duration.ofSeconds(30);

  public static Settings to(int port) {
    return new Settings(port, BindType.TRANSCEIVER, 1, 10, 0, LONG, LONG);
  }

  public Settings withBind(BindType type) {
    return new Settings(port, type, binds, window, perSecond, timeout, idle);
  }

  public Settings withBinds(int count) {
    return new Settings(port, bind, count, window, perSecond, timeout, idle);
  }

  public Settings withWindow(int size) {
    return new Settings(port, bind, binds, size, perSecond, timeout, idle);
  }

  public Settings withRate(int segments) {
    return new Settings(port, bind, binds, window, segments, timeout, idle);
  }

  public Settings withTimeout(Duration time) {
    return new Settings(port, bind, binds, window, perSecond, time, idle);
  }

  public Settings withIdle(Duration time) {
    return new Settings(port, bind, binds, window, perSecond, timeout, time);
  }

  public SmppLinkSettings link() {
    return link(ID);
  }

  public SmppLinkSettings link(ConnectorId id) {
    return SmppLinkSettings.of(
            id, SmppPeer.of("127.0.0.1", port), SmppLogin.of("chasqui", "secret"))
        .with(new SmppSessions(bind, binds))
        .with(new SmppFlow(window, perSecond))
        .with(SmppTimers.STANDARD.withResponse(timeout).withEnquireLink(idle));
  }
}

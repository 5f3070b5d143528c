package io.chasqui.domain.link;

import io.chasqui.domain.encoding.Writing;
import java.util.Objects;

/**
 * A link to an SMSC.
 *
 * @param statuses what follows which refusal
 */
public record SmppLinkSettings(
    ConnectorId id,
    SmppPeer peer,
    SmppLogin login,
    SmppSessions sessions,
    SmppFlow flow,
    SmppTimers timers,
    SubmitSettings submits,
    StatusTable statuses)
    implements LinkSettings {
  private static final SmppSessions ONE_TRANSCEIVER = new SmppSessions(BindType.TRANSCEIVER, 1);
  private static final SmppFlow MODERATE = new SmppFlow(50, 0);

  public SmppLinkSettings {
    Objects.requireNonNull(id);
    Objects.requireNonNull(peer);
    Objects.requireNonNull(login);
    Objects.requireNonNull(sessions);
    Objects.requireNonNull(flow);
    Objects.requireNonNull(timers);
    Objects.requireNonNull(submits);
    Objects.requireNonNull(statuses);
  }

  /** One transceiver with a window of 50, everything else as usual. */
  public static SmppLinkSettings of(ConnectorId id, SmppPeer peer, SmppLogin login) {
    return new SmppLinkSettings(
        id,
        peer,
        login,
        ONE_TRANSCEIVER,
        MODERATE,
        SmppTimers.STANDARD,
        SubmitSettings.STANDARD,
        StatusTable.STANDARD);
  }

  public SmppLinkSettings with(SmppSessions changed) {
    return new SmppLinkSettings(id, peer, login, changed, flow, timers, submits, statuses);
  }

  public SmppLinkSettings with(SmppFlow changed) {
    return new SmppLinkSettings(id, peer, login, sessions, changed, timers, submits, statuses);
  }

  public SmppLinkSettings with(SmppTimers changed) {
    return new SmppLinkSettings(id, peer, login, sessions, flow, changed, submits, statuses);
  }

  public SmppLinkSettings with(SubmitSettings changed) {
    return new SmppLinkSettings(id, peer, login, sessions, flow, timers, changed, statuses);
  }

  public SmppLinkSettings with(StatusTable changed) {
    return new SmppLinkSettings(id, peer, login, sessions, flow, timers, submits, changed);
  }

  public String host() {
    return peer.host();
  }

  public int port() {
    return peer.port();
  }

  public String password() {
    return login.password();
  }

  /** Sessions, or pairs of them. */
  public int binds() {
    return sessions.count();
  }

  public int window() {
    return flow.window();
  }

  @Override
  public Writing writing() {
    return submits.writing();
  }

  @Override
  public String toString() {
    return "%s (%s@%s %s x%d)"
        .formatted(id, login.systemId(), peer, sessions.type(), sessions.count());
  }
}

package io.chasqui.domain.link;

import java.time.Duration;
import java.util.Objects;

/**
 * A link to an SMSC.
 *
 * @param systemId 1-15 characters (SMPP 3.4, 5.2.1)
 * @param password 0-8 characters by SMPP 3.4, 5.2.2; longer ones are passed on, since many SMSCs
 *     take them
 * @param binds sessions held open at once, 1 or more
 * @param window submits without an answer allowed on one session, 1 or more
 * @param submitsPerSecond segments a second over all sessions; 0 = no limit
 * @param responseTimeout how long a submit may stay unanswered before its outcome is unknown
 * @param enquireLink idle time after which the link is probed
 */
public record SmppLinkSettings(
    ConnectorId id,
    String host,
    int port,
    String systemId,
    String password,
    String systemType,
    BindType bind,
    int binds,
    int window,
    int submitsPerSecond,
    Duration responseTimeout,
    Duration enquireLink)
    implements LinkSettings {

  public SmppLinkSettings {
    Objects.requireNonNull(id);
    Objects.requireNonNull(host);
    Objects.requireNonNull(systemId);
    Objects.requireNonNull(password);
    Objects.requireNonNull(systemType);
    Objects.requireNonNull(bind);
    Objects.requireNonNull(responseTimeout);
    Objects.requireNonNull(enquireLink);
    if (binds < 1 || window < 1 || submitsPerSecond < 0 || port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "%s: binds and window start at 1, submits_per_second at 0, port is 1-65535"
              .formatted(id));
    }
  }

  @Override
  public String toString() {
    return "%s (%s@%s:%d %s x%d)".formatted(id, systemId, host, port, bind, binds);
  }
}

package io.chasqui.web.ui.status;

import io.chasqui.domain.link.LinkStatus;
import io.chasqui.web.ui.shell.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A line of the connectors' table.
 *
 * @param since for how long it has been so, or empty when it never was otherwise
 * @param sinceFull the same moment as date and time
 */
public record ConnectorRow(
    String id,
    String kind,
    String address,
    Pill state,
    String detail,
    String bound,
    String inFlight,
    String since,
    String sinceFull,
    boolean running) {
  static ConnectorRow of(Connection connection, Instant now, Texts texts) {
    LinkStatus status = connection.status();
    boolean dated = status.since().isAfter(Instant.EPOCH);
    return new ConnectorRow(
        connection.id().value(),
        texts.of("kind." + connection.kind().name().toLowerCase(Locale.ROOT)),
        connection.address(),
        Pill.of(status.state(), texts),
        status.detail(),
        texts.number(status.boundSessions()),
        texts.number(status.inFlight()),
        dated ? texts.duration(Duration.between(status.since(), now)) : "",
        dated ? texts.full(status.since()) : "",
        connection.wanted());
  }
}

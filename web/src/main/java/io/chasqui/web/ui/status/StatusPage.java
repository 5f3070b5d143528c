package io.chasqui.web.ui.status;

import io.chasqui.app.operations.MinuteOfTraffic;
import io.chasqui.app.operations.Traffic;
import io.chasqui.web.ui.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** What the status page shows, read once a request. */
@Named
@RequestScoped
public class StatusPage {
  @Inject private ConnectorDesk desk;
  @Inject private LiveTraffic live;
  @Inject private Texts texts;
  @Inject private ChartSpan span;

  private TrafficSnapshot snapshot;
  private List<ConnectorRow> connectors;
  private TrafficChart chart;
  private List<MessageRow> messages;

  /** The version of the messages shown, for the script to compare with the one announced. */
  public long getVersion() {
    return snapshot().version();
  }

  public String getUpdatedAt() {
    return texts.time(Instant.now());
  }

  public Headline getHeadline() {
    return Headline.of(traffic(), texts);
  }

  public List<ConnectorRow> getConnectors() {
    if (connectors == null) {
      Instant now = Instant.now();
      connectors =
          desk.all().stream().map(connection -> ConnectorRow.of(connection, now, texts)).toList();
    }
    return connectors;
  }

  public TrafficChart getChart() {
    if (chart == null) {
      List<MinuteOfTraffic> hour = snapshot().minutes();
      chart = TrafficChart.of(hour.subList(hour.size() - span.getMinutes(), hour.size()), texts);
    }
    return chart;
  }

  public List<MessageRow> getMessages() {
    if (messages == null) {
      messages =
          snapshot().newest().stream().map(message -> MessageRow.of(message, texts)).toList();
    }
    return messages;
  }

  private Traffic traffic() {
    return snapshot().traffic();
  }

  private TrafficSnapshot snapshot() {
    if (snapshot == null) {
      snapshot = live.now();
    }
    return snapshot;
  }
}

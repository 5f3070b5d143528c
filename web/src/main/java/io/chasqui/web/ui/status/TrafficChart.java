package io.chasqui.web.ui.status;

import io.chasqui.app.operations.MinuteOfTraffic;
import io.chasqui.web.ui.shell.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Messages per minute as columns: outgoing ones rise above a common base line, incoming ones hang
 * below it, so that the two are told apart without colour.
 *
 * @param columns oldest first
 * @param baseline where the line lies, in the drawing's units from its top
 * @param ticks times under the columns, evenly spread
 * @param summary the chart in one sentence
 */
public record TrafficChart(
    List<Column> columns,
    double baseline,
    String topLabel,
    String bottomLabel,
    List<String> ticks,
    String summary) {
  public static final int WIDTH = 600;
  public static final int HEIGHT = 160;

  /** The base line keeps this distance from both edges, so that both directions are visible. */
  private static final double LEAST_SHARE = 0.25;

  private static final int TICKS = 4;

  /** One minute, in the drawing's units. */
  public record Column(
      double left,
      double width,
      double slot,
      double slotLeft,
      double outgoingTop,
      double outgoingHeight,
      double incomingHeight,
      String time,
      String outgoing,
      String incoming,
      String title) {}

  static TrafficChart of(List<MinuteOfTraffic> minutes, Texts texts) {
    long most = minutes.stream().mapToLong(MinuteOfTraffic::outgoing).max().orElse(0);
    long mostIn = minutes.stream().mapToLong(MinuteOfTraffic::incoming).max().orElse(0);
    Scale scale = Scale.of(most, mostIn);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < minutes.size(); i++) {
      columns.add(column(minutes.get(i), i, minutes.size(), scale, texts));
    }
    return new TrafficChart(
        columns,
        scale.baseline(),
        texts.number(most),
        texts.number(mostIn),
        ticks(minutes, texts),
        summary(minutes, texts));
  }

  public boolean isEmpty() {
    return columns.stream().allMatch(c -> c.outgoingHeight() == 0 && c.incomingHeight() == 0);
  }

  private static Column column(
      MinuteOfTraffic minute, int index, int count, Scale scale, Texts texts) {
    double slot = (double) WIDTH / count;
    double gap = slot * 0.22;
    double up = scale.length(minute.outgoing());
    String time = texts.minute(minute.start());
    String outgoing = texts.number(minute.outgoing());
    String incoming = texts.number(minute.incoming());
    return new Column(
        rounded(index * slot + gap / 2),
        rounded(slot - gap),
        rounded(slot),
        rounded(index * slot),
        rounded(scale.baseline() - up),
        rounded(up),
        rounded(scale.length(minute.incoming())),
        time,
        outgoing,
        incoming,
        texts.of("chart.minute", time, outgoing, incoming));
  }

  private static List<String> ticks(List<MinuteOfTraffic> minutes, Texts texts) {
    return IntStream.range(0, TICKS)
        .mapToObj(i -> minutes.get(i * (minutes.size() - 1) / (TICKS - 1)).start())
        .map((Instant start) -> texts.minute(start))
        .toList();
  }

  private static String summary(List<MinuteOfTraffic> minutes, Texts texts) {
    return texts.of(
        "chart.summary",
        minutes.size(),
        texts.number(minutes.stream().mapToLong(MinuteOfTraffic::outgoing).sum()),
        texts.number(minutes.stream().mapToLong(MinuteOfTraffic::incoming).sum()));
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** One scale for both directions: equal heights are equal numbers. */
  private record Scale(double baseline, double unitsPerMessage) {
    static Scale of(long most, long mostIn) {
      double share = most + mostIn == 0 ? 1 - LEAST_SHARE : (double) most / (most + mostIn);
      double base = HEIGHT * Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, share));
      double up = most == 0 ? Double.MAX_VALUE : base / most;
      double down = mostIn == 0 ? Double.MAX_VALUE : (HEIGHT - base) / mostIn;
      return new Scale(base, most + mostIn == 0 ? 0 : Math.min(up, down));
    }

    /** A single message among thousands still shows. */
    double length(long messages) {
      return messages == 0 ? 0 : Math.max(1.5, messages * unitsPerMessage);
    }
  }
}

package io.chasqui.web.ui.status;

import io.chasqui.app.operations.Traffic;
import io.chasqui.web.ui.shell.Texts;

/**
 * The numbers at the top.
 *
 * @param rate the delivery rate, or a dash while there is none
 * @param waiting a remark under the number, or empty when there is nothing to remark; so are {@code
 *     unknown} and {@code unrouted}
 */
public record Headline(
    String sent,
    String delivered,
    String failed,
    String received,
    String rate,
    String waiting,
    String unknown,
    String unrouted) {
  static Headline of(Traffic traffic, Texts texts) {
    return new Headline(
        texts.number(traffic.sent()),
        texts.number(traffic.delivered()),
        texts.number(traffic.failed()),
        texts.number(traffic.received()),
        traffic.deliveryRate().isPresent()
            ? texts.percent(traffic.deliveryRate().getAsDouble())
            : "–",
        remark("headline.waiting", traffic.waiting(), texts),
        remark("headline.unknown", traffic.unknown(), texts),
        remark("headline.unrouted", traffic.unrouted(), texts));
  }

  private static String remark(String key, long count, Texts texts) {
    return count == 0 ? "" : texts.of(key, count);
  }
}

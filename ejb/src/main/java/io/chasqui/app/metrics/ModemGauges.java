package io.chasqui.app.metrics;

import io.chasqui.app.dispatch.ModemDesk;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.modem.BreakerState;
import io.chasqui.domain.modem.ModemReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** One modem's figures, each read when it is asked for. */
final class ModemGauges {
  private final MetricRegistry registry;
  private final ModemDesk desk;
  private final ConnectorId connector;
  private final String modem;
  private final List<MetricID> registered = new ArrayList<>();

  private ModemGauges(
      MetricRegistry registry, ModemDesk desk, ConnectorId connector, String modem) {
    this.registry = registry;
    this.desk = desk;
    this.connector = connector;
    this.modem = modem;
  }

  static ModemGauges register(
      MetricRegistry registry, ModemDesk desk, ConnectorId connector, String modem) {
    ModemGauges gauges = new ModemGauges(registry, desk, connector, modem);
    gauges.add("ready", "1 while it may send", now -> now.status().state().maySend() ? 1 : 0);
    gauges.add(
        "needs_operator",
        "1 when somebody should look after it",
        now -> now.status().state().needsOperator() ? 1 : 0);
    gauges.add("registered", "1 while a network serves it", ModemGauges::registered);
    gauges.add("signal_dbm", "Strength", now -> number(now.status().radio().dbm()));
    gauges.add("signal_bars", "Strength, 0-5", now -> number(now.status().radio().bars()));
    gauges.add(
        "breaker_open",
        "1 while it is left alone after failures",
        now -> now.breaker() == BreakerState.OPEN ? 1 : 0);
    gauges.add("in_hand", "Messages in hand", ModemReport::load);
    gauges.add("storage_used", "Places taken", now -> now.status().storage().used());
    gauges.add("storage_total", "Places there are", now -> now.status().storage().total());
    gauges.add("sent_today", "Segments sent since midnight", now -> now.counts().today());
    gauges.add("sent_this_month", "Segments sent since the first", now -> now.counts().thisMonth());
    gauges.add("sent_total", "Segments sent", now -> now.counts().sent());
    gauges.add("failed_total", "Segments it failed to send", now -> now.counts().failed());
    gauges.add("in_doubt_total", "Segments perhaps sent", now -> now.counts().inDoubt());
    return gauges;
  }

  void unregister() {
    registered.forEach(registry::remove);
  }

  private static double registered(ModemReport now) {
    return now.status().radio().registration().isServed() ? 1 : 0;
  }

  private static double number(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : Double.NaN;
  }

  private void add(String name, String what, ToDoubleFunction<ModemReport> value) {
    Tag[] tags = {new Tag("connector", connector.value()), new Tag("modem", modem)};
    Metadata metadata =
        Metadata.builder().withName("chasqui_modem_" + name).withDescription(what).build();
    registry.gauge(metadata, () -> report().map(value::applyAsDouble).orElse(Double.NaN), tags);
    registered.add(new MetricID(metadata.getName(), tags));
  }

  private Optional<ModemReport> report() {
    return desk.modems(connector).stream().filter(each -> each.name().equals(modem)).findFirst();
  }
}

package io.chasqui.app.metrics;

import io.chasqui.app.outbox.EsmeConnection;
import io.chasqui.domain.esme.EsmeServerFigures;
import io.chasqui.domain.link.LinkUnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Shows the figures of the SMPP server, each read when it is asked for. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EsmeMetrics {
  /** What an ESME may send (SMPP 3.4, table 2-1). */
  private static final List<String> FROM_ESMES =
      List.of(
          "submit_sm",
          "submit_multi",
          "data_sm",
          "query_sm",
          "cancel_sm",
          "replace_sm",
          "deliver_sm_resp",
          "data_sm_resp",
          "enquire_link",
          "enquire_link_resp",
          "unbind");

  /** What an SMSC may send. */
  private static final List<String> TO_ESMES =
      List.of(
          "deliver_sm",
          "data_sm",
          "submit_sm_resp",
          "submit_multi_resp",
          "data_sm_resp",
          "query_sm_resp",
          "enquire_link",
          "enquire_link_resp",
          "generic_nack",
          "unbind");

  @Inject private MetricRegistry registry;
  @Inject private EsmeConnection connection;

  @PostConstruct
  void start() {
    add("connections", "Connections open now", EsmeServerFigures::connections);
    add(
        "connections_refused_total",
        "Connections refused as too many",
        EsmeServerFigures::connectionsRefused);
    add("sessions", "Sessions bound now", EsmeServerFigures::sessions);
    add("binds_total", "Binds granted", EsmeServerFigures::binds);
    add("binds_refused_total", "Binds refused", EsmeServerFigures::bindsRefused);
    add("submitted_total", "Messages taken in", EsmeServerFigures::submitted);
    add("throttled_total", "Requests refused as too many", EsmeServerFigures::throttled);
    add("delivered_total", "Messages and receipts taken", EsmeServerFigures::delivered);
    add("stray_answers_total", "Responses to nothing asked", EsmeServerFigures::strays);
    add("octets_in_total", "Octets read", EsmeServerFigures::octetsIn);
    add("octets_out_total", "Octets written", EsmeServerFigures::octetsOut);
    addPdus("pdus_in_total", "PDUs read", FROM_ESMES, EsmeServerFigures::pdusIn);
    addPdus("pdus_out_total", "PDUs written", TO_ESMES, EsmeServerFigures::pdusOut);
  }

  private void addPdus(
      String name,
      String what,
      List<String> commands,
      Function<EsmeServerFigures, Map<String, Long>> counts) {
    for (String command : commands) {
      Tag tag = new Tag("command", command);
      add(name, what, figures -> counts.apply(figures).getOrDefault(command, 0L), tag);
    }
  }

  private <N extends Number> void add(
      String name, String what, Function<EsmeServerFigures, N> value, Tag... tags) {
    Metadata metadata =
        Metadata.builder().withName("chasqui_esme_" + name).withDescription(what).build();
    registry.gauge(metadata, () -> value.apply(figures()), tags);
  }

  /** Nothing while the adapter does not run. */
  private EsmeServerFigures figures() {
    try {
      return connection.server().figures();
    } catch (LinkUnavailableException notRunning) {
      return EsmeServerFigures.NONE;
    }
  }
}

package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.esme.DeliveryOutcome.Taken;
import io.chasqui.domain.esme.EsmeServerFigures;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.smpp.smsc.Pdu;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServerFiguresTest {
  private final EsmeRig rig = new EsmeRig().start();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void sessions_count_for_the_server_also_when_they_have_ended() {
    TestEsme esme = rig.bound();
    esme.submit(SubmitFields.good());
    Delivered delivered = new Delivered();
    rig.server.deliver(EsmeRig.ACME, Delivered.messages(1), delivered);
    esme.take(Pdu.DELIVER_SM, 0);
    rig.until(() -> delivered.count(Taken.class) == 1);
    esme.send(Pdu.of(Pdu.DELIVER_SM | Pdu.RESPONSE, 0, 4711, ""));
    esme.ask(Pdu.UNBIND, new byte[0]);
    rig.until(() -> rig.server.figures().connections() == 0);

    EsmeServerFigures figures = rig.server.figures();
    assertThat(figures.sessions()).isZero();
    assertThat(figures.binds()).isEqualTo(1);
    assertThat(figures.submitted()).isEqualTo(1);
    assertThat(figures.delivered()).isEqualTo(1);
    assertThat(figures.strays()).isEqualTo(1);
    assertThat(figures.pdusIn())
        .containsEntry("submit_sm", 1L)
        .containsEntry("deliver_sm_resp", 2L)
        .containsEntry("unbind", 1L);
    assertThat(figures.pdusOut()).containsEntry("submit_sm_resp", 1L);
    assertThat(figures.octetsIn()).isPositive();
  }

  @Test
  void what_is_refused_is_counted() {
    rig.limit(1, 10, 1);
    rig.esme().bind(Pdu.BIND_TRANSCEIVER, EsmeRig.ACME.value(), "guess");
    TestEsme esme = rig.bound();
    esme.submit(SubmitFields.good());
    assertThat(esme.submit(SubmitFields.good()).status()).isEqualTo(0x58);

    EsmeServerFigures figures = rig.server.figures();
    assertThat(figures.bindsRefused()).isEqualTo(1);
    assertThat(figures.throttled()).isEqualTo(1);
    assertThat(figures.sessions()).isEqualTo(1);
    assertThat(figures.connections()).isPositive();
  }

  @Test
  void an_accounts_trace_is_off_until_it_is_switched_on() {
    assertThat(rig.server.traceMode(EsmeRig.ACME)).isEqualTo(TraceMode.OFF);
    rig.server.trace(EsmeRig.ACME, TraceMode.MASKED);
    assertThat(rig.server.traceMode(EsmeRig.ACME)).isEqualTo(TraceMode.MASKED);
  }
}

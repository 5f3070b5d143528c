package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.domain.modem.Registration;
import io.chasqui.domain.receipt.ReceiptState;
import io.chasqui.modem.device.SendResult;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SerialModemTest {
  private SerialRig rig;

  @BeforeEach
  void plugIn() throws IOException {
    rig = new SerialRig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_modem_says_who_it_is_and_how_it_hears_the_network() {
    rig.open().ready();
    rig.until(() -> rig.modem.status().storage().total() > 0);
    var status = rig.modem.status();
    assertThat(status.identity().imei()).isEqualTo("490154203237518");
    assertThat(status.identity().imsi()).isEqualTo("724101234567890");
    assertThat(status.identity().model()).isEqualTo("Stand-in S1");
    assertThat(status.radio().registration()).isEqualTo(Registration.HOME);
    assertThat(status.radio().dbm()).hasValue(-79);
    assertThat(status.radio().operator()).isEqualTo("Chasqui Movel");
    assertThat(status.radio().technology()).isEqualTo("LTE");
    assertThat(status.storage().total()).isEqualTo(10);
  }

  @Test
  void a_segment_goes_out_and_its_report_names_it() throws Exception {
    rig.open().ready();
    SendResult result = rig.send("olá {chasqui}");
    assertThat(result).isInstanceOf(SendResult.Sent.class);
    assertThat(rig.standIn.sent()).hasSize(1);
    assertThat(rig.standIn.sent().get(0).destination().display()).isEqualTo("+5511999990000");
    var receipt = rig.awaitReceipts(1).get(0).receipt();
    assertThat(receipt.carrierMessageId()).isEqualTo(((SendResult.Sent) result).reference());
    assertThat(receipt.state()).isEqualTo(ReceiptState.DELIVERED);
    rig.until(() -> rig.standIn.stored("SR") == 0);
  }

  @Test
  void what_comes_in_is_told_and_then_deleted() {
    rig.open().ready();
    rig.standIn.receive(SerialRig.deliver("oi 😀"));
    var incoming = rig.awaitIncoming(1).get(0);
    assertThat(SerialRig.text(incoming)).isEqualTo("oi 😀");
    assertThat(incoming.source().display()).isEqualTo("+5511988880000");
    assertThat(incoming.destination().display()).isEqualTo("+5511977770000");
    rig.until(() -> rig.standIn.stored("SM") == 0);
  }

  @Test
  void a_trace_shows_the_dialogue_without_what_people_wrote() throws Exception {
    rig.open().ready();
    rig.modem.trace(TraceMode.MASKED);
    rig.send("a secret");
    assertThat(rig.modem.recent())
        .extracting(line -> line.command())
        .anyMatch(line -> line.startsWith("AT+CMGS="))
        .anyMatch(line -> line.startsWith("<PDU of "))
        .noneMatch(line -> line.matches("[0-9A-F]{20,}"));
    rig.modem.trace(TraceMode.OFF);
    assertThat(rig.modem.recent()).isEmpty();
  }

  @Test
  void a_closed_modem_refuses_and_leaves_the_port_to_the_next() throws Exception {
    rig.open().ready();
    rig.modem.close();
    assertThat(rig.modem.status().state()).isEqualTo(ModemState.CLOSED);
    assertThat(rig.send("late")).isInstanceOf(SendResult.NotSent.class);
    rig.open().ready();
  }

  @Test
  void a_port_is_used_by_one_modem_only() {
    rig.open().ready();
    var second =
        rig.another(
            "sim-2",
            io.chasqui.domain.link.SerialWire.at(rig.standIn.path().toString()),
            SerialRig.PATIENT);
    rig.until(() -> second.status().state() == ModemState.ABSENT);
    assertThat(second.status().detail()).contains("in use");
    assertThat(rig.modem.status().state()).isEqualTo(ModemState.READY);
  }
}

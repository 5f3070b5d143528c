package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.standin.Fault;
import io.chasqui.modem.tpdu.SmsStatusReport;
import io.chasqui.modem.tpdu.TpStatus;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisbehavingModemTest {
  private SerialRig rig;

  @BeforeEach
  void plugIn() throws IOException {
    rig = new SerialRig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"KEEPS_ECHO", "CHATTERS", "STUTTERS", "EARLY_REPORT"})
  void a_message_goes_out_and_one_comes_in_whatever_it_babbles(Fault fault) throws Exception {
    rig.standIn.begin(fault);
    rig.standIn.garbage();
    rig.open().ready();
    SendResult result = rig.send("out");
    rig.standIn.receive(SerialRig.deliver("in"));
    assertThat(SerialRig.text(rig.awaitIncoming(1).get(0))).isEqualTo("in");
    assertThat(result).isInstanceOf(SendResult.Sent.class);
    assertThat(rig.awaitReceipts(1).get(0).receipt().carrierMessageId())
        .isEqualTo(((SendResult.Sent) result).reference());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATE0",
        "AT+CMEE",
        "AT+CFUN=1",
        "AT+CREG=1",
        "AT+CPMS",
        "AT+CSMS",
        "AT+CNUM",
        "AT+CSQ",
        "AT+COPS"
      })
  void a_command_it_does_not_know_stops_nothing(String command) throws Exception {
    rig.standIn.doesNotKnow(command);
    rig.open().ready();
    rig.standIn.receive(SerialRig.deliver("in"));
    assertThat(rig.send("out")).isInstanceOf(SendResult.Sent.class);
    rig.awaitIncoming(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'+CMS ERROR: 304', MESSAGE, 304",
    "'+CMS ERROR: 21', MESSAGE, 21",
    "'+CMS ERROR: 314', BUSY, 314",
    "'+CMS ERROR: 38', NETWORK, 38",
    "'+CMS ERROR: 331', NETWORK, 331",
    "'+CMS ERROR: 500', NETWORK, 500",
    "'+CMS ERROR: congestion', NETWORK, 42",
    "'+CMS ERROR: what nobody knows', NETWORK, 0",
    "'+CMS ERROR: 310', MODEM, 310",
    "'+CMS ERROR: 330', MODEM, 330",
    "'+CME ERROR: 14', BUSY, 14",
    "'+CME ERROR: SIM not inserted', MODEM, 10",
    "ERROR, MODEM, 0"
  })
  void a_refusal_says_what_to_do_next(String result, SendFault fault, int code) throws Exception {
    rig.open().ready();
    rig.standIn.refusesNext(result);
    assertThat(rig.send("out")).isEqualTo(new SendResult.NotSent(fault, code, result));
    assertThat(rig.send("next")).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void without_a_prompt_nothing_was_sent_and_the_next_goes_out() throws Exception {
    rig.open(SerialRig.BRISK).ready();
    rig.standIn.begin(Fault.NO_PROMPT);
    assertThat(rig.send("out"))
        .isInstanceOfSatisfying(
            SendResult.NotSent.class, not -> assertThat(not.fault()).isEqualTo(SendFault.MODEM));
    assertThat(rig.standIn.sent()).isEmpty();
    rig.standIn.end(Fault.NO_PROMPT);
    rig.until(() -> rig.send("next") instanceof SendResult.Sent);
    assertThat(rig.standIn.sent()).hasSize(1);
  }

  @Test
  void a_lost_result_is_in_doubt_and_the_next_goes_out() throws Exception {
    rig.open(SerialRig.BRISK).ready();
    rig.standIn.begin(Fault.LOSES_RESULT);
    assertThat(rig.send("out")).isInstanceOf(SendResult.InDoubt.class);
    assertThat(rig.standIn.sent()).hasSize(1);
    rig.standIn.end(Fault.LOSES_RESULT);
    rig.until(() -> rig.send("next") instanceof SendResult.Sent);
  }

  @Test
  void a_lost_reference_is_sent_all_the_same() throws Exception {
    rig.open().ready();
    rig.standIn.begin(Fault.LOSES_REFERENCE);
    assertThat(rig.send("out")).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void a_device_that_goes_after_the_pdu_leaves_it_in_doubt() throws Exception {
    rig.open().ready();
    rig.standIn.begin(Fault.UNPLUGS_ON_SEND);
    assertThat(rig.send("out")).isInstanceOf(SendResult.InDoubt.class);
    rig.awaitState(ModemState.ABSENT);
    assertThat(rig.send("next"))
        .isInstanceOfSatisfying(
            SendResult.NotSent.class, not -> assertThat(not.fault()).isEqualTo(SendFault.MODEM));
  }

  @Test
  void a_network_that_goes_and_comes_is_told() {
    rig.open().ready();
    rig.standIn.registration(2);
    rig.awaitState(ModemState.UNREGISTERED);
    assertThat(rig.modem.status().detail()).contains("searches");
    rig.standIn.registration(5);
    rig.awaitState(ModemState.READY);
  }

  @Test
  void a_modem_that_restarts_unnoticed_is_set_up_again() throws Exception {
    rig.open().ready();
    rig.standIn.restartsSilently();
    rig.until(() -> !rig.standIn.indications().equals("0,0,0,0,0"));
    rig.ready();
    assertThat(rig.send("out")).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void a_reference_used_again_names_the_message_sent_last() throws Exception {
    rig.standIn.begin(Fault.NO_REPORTS);
    rig.open().ready();
    SendResult.Sent first = (SendResult.Sent) rig.send("first");
    for (int i = 0; i < 255; i++) {
      rig.send("between");
    }
    SendResult.Sent again = (SendResult.Sent) rig.send("again");
    assertThat(again.reference()).isNotEqualTo(first.reference());
    var sent = Optional.of(OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(1));
    rig.standIn.report(
        new SmsStatusReport(0, Address.infer("+5511999990000"), sent, sent, new TpStatus(0)));
    assertThat(rig.awaitReceipts(1).get(0).receipt().carrierMessageId())
        .isEqualTo(again.reference());
  }
}

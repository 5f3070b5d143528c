package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.standin.Fault;
import io.chasqui.modem.tpdu.Pdu;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private SerialRig rig;

  @BeforeEach
  void plugIn() throws IOException {
    rig = new SerialRig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private List<String> texts() {
    return rig.incoming().stream().map(SerialRig::text).toList();
  }

  @Test
  void what_came_before_the_start_is_read() throws Exception {
    rig.standIn.put("SM", Pdu.of(SerialRig.deliver("one")).hex());
    rig.standIn.put("SM", Pdu.of(SerialRig.deliver("two")).hex());
    rig.open();
    rig.awaitIncoming(2);
    assertThat(texts()).containsExactly("one", "two");
    rig.until(() -> rig.standIn.stored("SM") == 0);
  }

  @Test
  void what_is_not_indicated_is_found_by_looking() {
    rig.standIn.begin(Fault.NO_INDICATIONS);
    rig.open().ready();
    rig.standIn.receive(SerialRig.deliver("silent"));
    rig.awaitIncoming(1);
    assertThat(texts()).containsExactly("silent");
  }

  @Test
  void what_cannot_be_stored_stays_on_the_sim_until_it_can() {
    rig.open().ready();
    rig.refuseEvents(true);
    rig.standIn.receive(SerialRig.deliver("later"));
    int before = sweeps();
    rig.until(() -> sweeps() > before + 2);
    assertThat(rig.standIn.stored("SM")).isEqualTo(1);
    rig.refuseEvents(false);
    rig.awaitIncoming(1);
    rig.until(() -> rig.standIn.stored("SM") == 0);
    assertThat(texts()).containsExactly("later");
  }

  private int sweeps() {
    return (int) rig.standIn.commands().stream().filter("AT+CMGL=4"::equals).count();
  }

  @Test
  void a_message_read_twice_has_one_id() {
    rig.standIn.begin(Fault.KEEPS_MESSAGES);
    rig.open().ready();
    rig.standIn.receive(SerialRig.deliver("again and again"));
    rig.awaitIncoming(3);
    assertThat(rig.incoming())
        .extracting(LinkEvent.Incoming::id)
        .containsOnly(rig.incoming().get(0).id());
  }

  @Test
  void a_full_sim_is_read_out_and_receives_again() throws Exception {
    for (int i = 0; i < 10; i++) {
      rig.standIn.put("SM", Pdu.of(SerialRig.deliver("full " + i)).hex());
    }
    rig.open();
    rig.awaitIncoming(10);
    rig.until(() -> rig.standIn.stored("SM") == 0);
    rig.ready();
    assertThat(rig.standIn.receive(SerialRig.deliver("one more"))).isTrue();
    rig.awaitIncoming(11);
  }

  @Test
  void what_cannot_be_read_stays_and_stops_nothing() {
    rig.standIn.put("SM", "00FFFF91FFFFFFFFFFFFFFFF");
    rig.open().ready();
    rig.standIn.receive(SerialRig.deliver("readable"));
    rig.awaitIncoming(1);
    rig.until(() -> rig.standIn.stored("SM") == 1);
    assertThat(texts()).containsExactly("readable");
  }

  @Test
  void a_modem_that_stores_nothing_hands_over_and_is_told_once_it_is_durable() throws Exception {
    for (String indication : List.of("2,1,0,2,0", "2,1,0,1,0", "1,1,0,2,0", "1,1,0,1,0")) {
      rig.standIn.doesNotKnow("AT+CNMI=" + indication);
    }
    rig.standIn.wantsAcknowledgements();
    rig.open().ready();
    rig.refuseEvents(true);
    rig.standIn.receive(SerialRig.deliver("refused"));
    int before = sweeps();
    rig.until(() -> sweeps() > before + 1);
    assertThat(rig.standIn.isAcknowledgementDue()).isTrue();
    rig.refuseEvents(false);
    rig.standIn.receive(SerialRig.deliver("the network again"));
    rig.awaitIncoming(1);
    rig.until(() -> !rig.standIn.isAcknowledgementDue());
    assertThat(texts()).containsExactly("the network again");
  }

  @Test
  void what_came_directly_without_acknowledgement_is_kept_until_it_can_be_stored() {
    for (String indication : List.of("2,1,0,2,0", "2,1,0,1,0", "1,1,0,2,0", "1,1,0,1,0")) {
      rig.standIn.doesNotKnow("AT+CNMI=" + indication);
    }
    rig.open().ready();
    rig.refuseEvents(true);
    rig.standIn.receive(SerialRig.deliver("held"));
    int before = sweeps();
    rig.until(() -> sweeps() > before + 1);
    rig.refuseEvents(false);
    rig.awaitIncoming(1);
    assertThat(texts()).containsExactly("held");
  }

  @Test
  void reports_that_are_not_stored_come_directly() throws Exception {
    rig.standIn.doesNotKnow("AT+CNMI=2,1,0,2,0");
    rig.open().ready();
    SendResult.Sent sent = (SendResult.Sent) rig.send("out");
    assertThat(rig.awaitReceipts(1).get(0).receipt().carrierMessageId())
        .isEqualTo(sent.reference());
  }

  @Test
  void indications_that_the_modem_switched_off_are_switched_on_again() {
    rig.open().ready();
    String wanted = rig.standIn.indications();
    rig.standIn.forgetsIndications();
    rig.until(() -> rig.standIn.indications().equals(wanted));
  }
}

package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.standin.Fault;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecoveryTest {
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
  void a_modem_that_hangs_is_restarted_and_works_on() throws Exception {
    rig.open(SerialRig.BRISK).ready();
    rig.standIn.begin(Fault.HANGS);
    rig.awaitState(ModemState.RECOVERING);
    rig.awaitState(ModemState.READY);
    assertThat(rig.standIn.commands()).contains("AT+CFUN=1,1");
    rig.until(() -> rig.send("out") instanceof SendResult.Sent);
  }

  @Test
  void a_dead_modem_is_given_up_with_the_reason_and_comes_back_when_it_lives_again() {
    rig.open(SerialRig.BRISK).ready();
    rig.standIn.begin(Fault.IS_DEAD);
    rig.awaitState(ModemState.QUARANTINED);
    assertThat(rig.history)
        .filteredOn(status -> status.state() == ModemState.QUARANTINED)
        .first()
        .satisfies(status -> assertThat(status.detail()).contains("no answer to AT"));
    rig.standIn.end(Fault.IS_DEAD);
    rig.awaitState(ModemState.READY);
  }

  @Test
  void a_modem_unplugged_is_found_again_behind_the_same_link() throws Exception {
    rig.open().ready();
    rig.standIn.unplug();
    rig.awaitState(ModemState.ABSENT);
    assertThat(rig.modem.status().detail()).contains("next look in");
    rig.standIn.plugIn();
    rig.ready();
    assertThat(rig.send("out")).isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void a_modem_known_by_its_imei_is_found_on_whatever_port() throws Exception {
    rig.standIn.identity("356938035643809", "724050000000001");
    SerialWire wire =
        new SerialWire(
            Optional.empty(),
            Optional.of("356938035643809"),
            Optional.empty(),
            Optional.empty(),
            SerialWire.USUAL_BAUD);
    rig.open(wire, SerialRig.BRISK).ready();
    assertThat(rig.modem.status().identity().imei()).isEqualTo("356938035643809");
  }

  @Test
  void another_modem_at_the_path_is_not_used() {
    SerialWire wire =
        new SerialWire(
            Optional.of(rig.standIn.path().toString()),
            Optional.of("356938035643809"),
            Optional.empty(),
            Optional.empty(),
            SerialWire.USUAL_BAUD);
    rig.open(wire, SerialRig.PATIENT);
    rig.awaitState(ModemState.ABSENT);
    assertThat(rig.modem.status().detail()).contains("490154203237518", "356938035643809");
  }

  @Test
  void an_operator_restarts_a_modem_and_it_comes_back() throws Exception {
    rig.open().ready();
    rig.modem.reset();
    rig.until(() -> rig.history.stream().anyMatch(status -> status.state() == ModemState.ABSENT));
    rig.ready();
    assertThat(rig.standIn.commands()).contains("AT+CFUN=1,1");
  }
}

package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.standin.Fault;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
  private SerialRig rig;

  @BeforeEach
  void plugIn() throws IOException {
    rig = new SerialRig();
    rig.standIn.lockedBy("4711");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private SerialWire wire() {
    return SerialWire.at(rig.standIn.path().toString());
  }

  @Test
  void the_pin_is_given_once_after_each_power_up() throws Exception {
    rig.open(wire().withPin("4711"), SerialRig.PATIENT).ready();
    assertThat(rig.standIn.pinsTried()).containsExactly("4711");
    rig.standIn.unplug();
    rig.awaitState(ModemState.ABSENT);
    rig.standIn.plugIn();
    rig.ready();
    assertThat(rig.send("out")).isInstanceOf(SendResult.Sent.class);
    assertThat(rig.standIn.pinsTried()).containsExactly("4711", "4711");
  }

  @Test
  void a_wrong_pin_is_never_given_twice() throws Exception {
    rig.open(wire().withPin("1234"), SerialRig.PATIENT);
    rig.awaitState(ModemState.REFUSED);
    assertThat(rig.modem.status().detail()).contains("PIN").doesNotContain("1234");
    rig.standIn.unplug();
    rig.awaitState(ModemState.ABSENT);
    rig.standIn.plugIn();
    rig.awaitState(ModemState.REFUSED);
    assertThat(rig.send("out")).isInstanceOf(SendResult.NotSent.class);
    assertThat(rig.standIn.pinsTried()).containsExactly("1234");
  }

  @Test
  void without_a_pin_its_operator_is_asked_for_it() {
    rig.open();
    rig.awaitState(ModemState.REFUSED);
    assertThat(rig.modem.status().detail()).contains("PIN").contains("none is set");
    assertThat(rig.standIn.pinsTried()).isEmpty();
  }

  @Test
  void no_trace_shows_it_though_the_modem_echoes_it() {
    rig.standIn.begin(Fault.KEEPS_ECHO);
    rig.standIn.unplug();
    rig.open(wire().withPin("4711"), SerialRig.PATIENT);
    rig.awaitState(ModemState.ABSENT);
    rig.modem.trace(TraceMode.WITH_CONTENT);
    rig.standIn.plugIn();
    rig.ready();
    assertThat(rig.modem.recent())
        .extracting(line -> line.command())
        .contains("AT+CPIN=****")
        .noneMatch(line -> line.contains("4711"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+CPIN: SIM PUK", "+CPIN: PH-SIM PIN", "+CME ERROR: 10"})
  void what_only_hands_can_mend_is_left_to_them(String answer) {
    rig.standIn.saysOfItsSim(answer);
    rig.open(wire().withPin("4711"), SerialRig.PATIENT);
    rig.awaitState(ModemState.REFUSED);
    assertThat(rig.standIn.pinsTried()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+CME ERROR: 14", "+CME ERROR: 10"})
  void a_sim_that_takes_its_time_is_waited_for(String answer) {
    rig.standIn.saysOfItsSim(answer);
    rig.open(wire().withPin("4711"), SerialRig.PATIENT);
    rig.until(() -> rig.standIn.commands().contains("AT+CPIN?"));
    rig.standIn.saysOfItsSim("");
    rig.ready();
    assertThat(rig.standIn.pinsTried()).containsExactly("4711");
  }
}

package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.modem.ModemState;
import io.chasqui.modem.device.SendResult;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
  void no_trace_shows_it() {
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
}

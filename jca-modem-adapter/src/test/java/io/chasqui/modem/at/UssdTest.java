package io.chasqui.modem.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.modem.standin.Fault;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UssdTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private SerialRig rig;

  @BeforeEach
  void plugIn() throws IOException {
    rig = new SerialRig();
    rig.open().ready();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void a_question_is_answered_after_the_ok() throws Exception {
    assertThat(rig.modem.ussd("*100#", PATIENCE)).isEqualTo("Saldo: R$ 12,34");
    assertThat(rig.standIn.commands()).contains("AT+CUSD=1,\"*100#\",15");
  }

  @Test
  void a_session_that_the_network_holds_open_is_ended() throws Exception {
    rig.standIn.answersUssd(1, "1 saldo 2 recarga");
    assertThat(rig.modem.ussd("*100#", PATIENCE)).isEqualTo("1 saldo 2 recarga");
    assertThat(rig.standIn.commands()).contains("AT+CUSD=2");
  }

  @Test
  void a_modem_that_knows_packed_septets_only_gets_and_gives_them() throws Exception {
    rig.standIn.begin(Fault.PACKED_USSD);
    rig.standIn.answersUssd(0, "D3309BFC06");
    assertThat(rig.modem.ussd("*100#", PATIENCE)).startsWith("Sa");
    assertThat(rig.standIn.commands()).contains("AT+CUSD=1,\"AA180C3602\",15");
  }

  @Test
  void a_network_that_says_nothing_is_a_refusal() {
    rig.standIn.answersUssd(2, "");
    assertThatThrownBy(() -> rig.modem.ussd("*100#", PATIENCE))
        .isInstanceOf(ModemRefusedException.class);
  }

  @Test
  void a_request_cannot_carry_another_command() {
    assertThatThrownBy(() -> rig.modem.ussd("*100#\"\rAT+CMGD=1,4", PATIENCE))
        .isInstanceOf(ModemRefusedException.class);
  }
}

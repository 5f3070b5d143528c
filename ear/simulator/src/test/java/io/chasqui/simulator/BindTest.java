package io.chasqui.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import org.jsmpp.bean.BindType;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BindTest {

  private Simulator simulator;

  @BeforeEach
  void start() throws IOException {
    simulator =
        Simulator.start(SimulatorOptions.builder().systemId("esme").password("secret").build());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void the_right_credentials_bind_and_unbind() throws IOException {
    try (Esme esme = Esme.bind(simulator, BindType.BIND_RX, "esme", "secret")) {
      await()
          .untilAsserted(
              () ->
                  assertThat(simulator.sessions())
                      .extracting(BoundSession::systemId, BoundSession::mode)
                      .containsExactly(tuple("esme", "rx")));
      assertThat(esme.bound()).isTrue();
    }
    await().untilAsserted(() -> assertThat(simulator.sessions()).isEmpty());
  }

  @Test
  void a_wrong_password_is_answered_with_0E() {
    assertThatThrownBy(() -> Esme.bind(simulator, BindType.BIND_TRX, "esme", "wrong"))
        .hasRootCauseInstanceOf(NegativeResponseException.class)
        .rootCause()
        .extracting(e -> ((NegativeResponseException) e).getCommandStatus())
        .isEqualTo(0x0E);
  }

  @Test
  void an_unknown_system_id_is_answered_with_0F() {
    assertThatThrownBy(() -> Esme.bind(simulator, BindType.BIND_TRX, "nobody", "secret"))
        .rootCause()
        .extracting(e -> ((NegativeResponseException) e).getCommandStatus())
        .isEqualTo(0x0F);
  }

  @Test
  void a_huge_command_length_is_nacked_and_cut() throws IOException {
    try (Socket stranger = new Socket("127.0.0.1", simulator.port())) {
      stranger.setSoTimeout(10_000);
      DataOutputStream out = new DataOutputStream(stranger.getOutputStream());
      out.writeInt(Integer.MAX_VALUE);
      out.flush();
      DataInputStream in = new DataInputStream(stranger.getInputStream());

      assertThat(in.readInt()).as("command_length").isEqualTo(16);
      assertThat(in.readInt()).as("generic_nack").isEqualTo(0x80000000);
      assertThat(in.readInt()).as("ESME_RINVCMDLEN").isEqualTo(0x02);
      in.readInt();
      assertThat(in.read()).as("end of stream").isEqualTo(-1);
    }
  }

  @Test
  void dropped_links_end_at_once_and_new_ones_are_welcome() throws IOException {
    try (Esme esme = Esme.bind(simulator)) {
      assertThat(simulator.dropLinks()).isEqualTo(1);
      await().until(() -> !esme.bound());
    }
    try (Esme again = Esme.bind(simulator)) {
      assertThat(again.bound()).isTrue();
    }
  }

  @Test
  void while_paused_connections_are_refused_and_binds_stay() throws Exception {
    try (Esme esme = Esme.bind(simulator)) {
      simulator.pause();
      assertThatThrownBy(() -> Esme.bind(simulator)).isInstanceOf(IOException.class);
      assertThat(esme.submit("still here")).isNotEmpty();

      simulator.resume();
      try (Esme second = Esme.bind(simulator)) {
        assertThat(second.bound()).isTrue();
      }
    }
  }

  @Test
  void closing_unbinds_the_esmes() throws IOException {
    try (Esme esme = Esme.bind(simulator)) {
      simulator.close();
      await().until(() -> !esme.bound());
    }
  }
}

package io.chasqui.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.link.StatusPolicy.Reaction;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppSettingsTest {
  private static final SmppLinkSettings SETTINGS =
      SmppLinkSettings.of(
          ConnectorId.of("carrier-a"),
          SmppPeer.of("smsc.example", 2775),
          SmppLogin.of("me", "hunter2"));

  @Test
  void they_are_printed_without_the_password() {
    assertThat(SETTINGS).hasToString("carrier-a (me@smsc.example:2775 TRANSCEIVER x1)");
  }

  @Test
  void equal_settings_are_equal_and_a_change_of_any_group_shows() {
    assertThat(SETTINGS.with(new SmppFlow(50, 0))).isEqualTo(SETTINGS);
    assertThat(SETTINGS.with(new SmppFlow(51, 0))).isNotEqualTo(SETTINGS);
    assertThat(SETTINGS.with(new SmppSessions(BindType.PAIR, 1))).isNotEqualTo(SETTINGS);
    assertThat(SETTINGS.with(StatusTable.STANDARD.with(1, StatusPolicy.retry(1, Duration.ZERO))))
        .isNotEqualTo(SETTINGS);
  }

  @Test
  void a_pair_is_a_transmitter_and_a_receiver() {
    assertThat(new SmppSessions(BindType.PAIR, 2).each())
        .containsExactly(
            BindType.TRANSMITTER, BindType.RECEIVER, BindType.TRANSMITTER, BindType.RECEIVER);
  }

  @Test
  void what_cannot_be_is_refused_by_name() {
    assertThatThrownBy(() -> new SmppFlow(0, 0)).hasMessageContaining("window");
    assertThatThrownBy(() -> new SmppSessions(BindType.PAIR, 0)).hasMessageContaining("binds");
    assertThatThrownBy(() -> SmppPeer.of("a", 65536)).hasMessageContaining("65536");
    assertThatThrownBy(() -> SmppTimers.STANDARD.withBind(Duration.ZERO))
        .hasMessageContaining("bind timeout");
    assertThatThrownBy(
            () -> SmppTimers.STANDARD.withReconnect(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("reconnection");
    assertThatThrownBy(() -> new SubmitFields("toolong", 0, 0, 0, 0, 0))
        .hasMessageContaining("service_type");
    assertThatThrownBy(() -> new SubmitFields("", 0, 4, 0, 0, 0))
        .hasMessageContaining("priority_flag 4");
    assertThatThrownBy(() -> SmppLogin.of("a", "b").serving(Numbering.UNKNOWN, "x".repeat(41)))
        .hasMessageContaining("address_range");
  }

  @ParameterizedTest
  @CsvSource({
    "INT1, 5, 05",
    "INT1, 0xff, ff",
    "INT2, 258, 0102",
    "INT4, 1, 00000001",
    "OCTETS, 0a0B, 0a0b",
    "C_STRING, A, 4100"
  })
  void a_tlv_is_written_by_its_type(SmppTlv.Type type, String value, String hex) {
    assertThat(new SmppTlv(0x1400, type, value).octets()).asHexString().isEqualToIgnoringCase(hex);
  }

  @ParameterizedTest
  @CsvSource({"INT1, 256", "INT1, -1", "INT2, x", "OCTETS, 0", "OCTETS, zz"})
  void a_tlv_that_does_not_fit_its_type_is_refused(SmppTlv.Type type, String value) {
    assertThatThrownBy(() -> new SmppTlv(0x1400, type, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0x1400")
        .hasMessageContaining(value);
  }

  @ParameterizedTest
  @CsvSource({
    "0x08, RETRY, 2, 30",
    "0x58, THROTTLE, 600, 1",
    "0x14, THROTTLE, 36, 10",
    "0x61, RETRY, 2, 300",
    "0x0B, FAIL, 0, 0",
    "0x400, FAIL, 0, 0"
  })
  void refusals_have_a_policy_each(String status, Reaction reaction, int attempts, int seconds) {
    assertThat(StatusTable.STANDARD.policy(Integer.decode(status)))
        .isEqualTo(new StatusPolicy(reaction, Duration.ofSeconds(seconds), attempts));
  }

  @Test
  void addresses_are_numbered_as_the_carrier_wants_and_a_missing_sender_is_filled_in() {
    SubmitAddresses wanted =
        new SubmitAddresses(
            Optional.of(Address.infer("Chasqui")),
            Optional.of(new Numbering(3, 0)),
            Optional.of(new Numbering(2, 8)));
    assertThat(wanted.source(Address.of(0, 0, ""))).isEqualTo(Address.of(3, 0, "Chasqui"));
    assertThat(wanted.source(Address.infer("12345"))).isEqualTo(Address.of(3, 0, "12345"));
    assertThat(wanted.destination(Address.infer("+55"))).isEqualTo(Address.of(2, 8, "55"));
    assertThat(SubmitAddresses.AS_THEY_ARE.source(Address.infer("+55")))
        .isEqualTo(Address.infer("+55"));
  }

  @Test
  void the_shorter_validity_counts() {
    SubmitSettings day = SubmitSettings.STANDARD.withLongestValidity(Duration.ofDays(1));
    assertThat(day.validity(Duration.ofDays(3))).isEqualTo(Duration.ofDays(1));
    assertThat(day.validity(Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    assertThat(SubmitSettings.STANDARD.validity(Duration.ofDays(3))).isEqualTo(Duration.ofDays(3));
  }

  @ParameterizedTest
  @CsvSource({"AS_ASKED,1,0", "ALWAYS,1,1", "FAILURES,2,2", "NEVER,0,0"})
  void receipts_are_asked_for_by_policy(ReceiptRequests policy, int asked, int notAsked) {
    assertThat(policy.registeredDelivery(true)).isEqualTo(asked);
    assertThat(policy.registeredDelivery(false)).isEqualTo(notAsked);
    assertThat(policy.tellsOfSuccess()).isEqualTo(asked == 1);
  }
}

package io.chasqui.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.esme.EsmeListenerSettings;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewaySettingsTest {
  @Test
  void nothing_set_is_a_gateway_on_loopback_with_embedded_parts() {
    GatewaySettings settings = from(Map.of());
    assertThat(settings.home()).isEqualTo(Path.of("var").toAbsolutePath());
    assertThat(settings.http()).isEqualTo(new Endpoint("127.0.0.1", 8080));
    assertThat(settings.smpp().plain()).isEqualTo(new Endpoint("127.0.0.1", 2775));
    assertThat(settings.smpp().listeners()).hasSize(1);
    assertThat(settings.esmeRetention()).isEqualTo(Duration.ofDays(7));
    assertThat(settings.database()).isEmpty();
    assertThat(settings.broker()).isEmpty();
    assertThat(settings.adminPassword()).isEmpty();
    assertThat(settings.egressAllow()).isEmpty();
    assertThat(settings.receiptsWait()).isEqualTo(Duration.ofHours(72));
    assertThat(settings.intakeBacklog()).isEqualTo(1_000_000);
  }

  @Test
  void messages_are_kept_for_ever_unless_days_are_set() {
    assertThat(from(Map.of()).retention())
        .isEqualTo(new Retention(Optional.empty(), Optional.empty()));
    Map<String, String> set =
        Map.of("chasqui.retention.content", "30", "chasqui.retention.records", "400");
    assertThat(from(set).retention())
        .isEqualTo(
            new Retention(Optional.of(Duration.ofDays(30)), Optional.of(Duration.ofDays(400))));
    assertThatThrownBy(() -> from(Map.of("chasqui.retention.records", "44")))
        .hasMessageContaining("chasqui.retention.records")
        .hasMessageContaining("45-3660");
  }

  @Test
  void a_duration_is_written_as_iso_8601() {
    assertThat(from(Map.of("chasqui.receipts.wait", "P2D")).receiptsWait())
        .isEqualTo(Duration.ofDays(2));
  }

  @Test
  void networks_are_listed_with_commas() throws Exception {
    GatewaySettings settings = from(Map.of("chasqui.egress.allow", "127.0.0.0/8, fd00::/8"));
    assertThat(settings.egressAllow()).hasSize(2);
    assertThat(settings.egressAllow().get(0).contains(InetAddress.getByName("127.9.9.9"))).isTrue();
    assertThat(settings.egressAllow().get(1).contains(InetAddress.getByName("fd12::1"))).isTrue();
  }

  @Test
  void a_tls_port_for_esmes_needs_a_certificate_and_a_key() {
    Map<String, String> given = new HashMap<>(Map.of("chasqui.smpp.tls.port", "3550"));
    assertThatThrownBy(() -> from(given)).hasMessageContaining("chasqui.smpp.tls.certificate");
    given.put("chasqui.smpp.tls.certificate", "/etc/chain.pem");
    assertThatThrownBy(() -> from(given)).hasMessageContaining("chasqui.smpp.tls.key");
    given.put("chasqui.smpp.tls.key", "/etc/key.pem");
    given.put("chasqui.smpp.proxies", "10.0.0.0/8");
    List<EsmeListenerSettings> ports = from(given).smpp().listeners();
    assertThat(ports).extracting(EsmeListenerSettings::port).containsExactly(2775, 3550);
    assertThat(ports.get(1).tls())
        .contains(new EsmeListenerSettings.Tls("/etc/chain.pem", "/etc/key.pem", Optional.empty()));
    assertThat(ports).allSatisfy(port -> assertThat(port.proxies()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "chasqui.http.port,abc",
    "chasqui.http.port,65536",
    "chasqui.smpp.tls.port,-1",
    "chasqui.smpp.proxies,everybody",
    "chasqui.esme.retention,a week",
    "chasqui.db.url,jdbc:postgresql://h/d",
    "chasqui.broker.url,http://h:1",
    "chasqui.receipts.wait,72",
    "chasqui.receipts.wait,PT0S",
    "chasqui.receipts.wait,P367D",
    "chasqui.egress.allow,localhost/8",
    "chasqui.egress.allow,10.0.0.0/33"
  })
  void a_setting_that_cannot_be_used_is_named_with_its_value(String name, String value) {
    assertThatThrownBy(() -> from(Map.of(name, value)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("setting " + name + " is '" + value + "', but must be ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_short_admin_password_is_refused_without_being_shown() {
    assertThatThrownBy(() -> from(Map.of("chasqui.admin.password", "hunter2")))
        .hasMessageContaining("chasqui.admin.password")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void passwords_are_in_no_text_form() {
    GatewaySettings settings =
        from(
            Map.of(
                "chasqui.admin.password", "admin-secret",
                "chasqui.db.url", "jdbc:mariadb://h/d?password=url-secret",
                "chasqui.db.password", "db-secret"));
    assertThat(settings + " " + settings.database()).doesNotContain("secret");
  }

  private static GatewaySettings from(Map<String, String> given) {
    return GatewaySettings.of(name -> Optional.ofNullable(given.get(name)));
  }
}

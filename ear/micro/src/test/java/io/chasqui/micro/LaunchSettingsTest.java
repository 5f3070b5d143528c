package io.chasqui.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchSettingsTest {
  @Test
  void nothing_set_means_loopback_and_embedded_parts() {
    LaunchSettings settings = settings(Map.of());

    assertThat(settings.home()).isEqualTo(Path.of("var").toAbsolutePath());
    assertThat(settings.url()).isEqualTo("http://127.0.0.1:8080");
    assertThat(settings.database()).isEmpty();
    assertThat(settings.broker()).isEmpty();
  }

  @Test
  void blank_means_unset() {
    assertThat(settings(Map.of("chasqui.db.url", " ")).database()).isEmpty();
  }

  @Test
  void a_wildcard_host_is_reached_by_loopback() {
    assertThat(settings(Map.of("chasqui.http.host", "0.0.0.0")).url())
        .isEqualTo("http://127.0.0.1:8080");
  }

  @Test
  void an_ipv6_host_stands_in_brackets() {
    assertThat(settings(Map.of("chasqui.http.host", "::1")).url()).isEqualTo("http://[::1]:8080");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0", "65536", "-1", "80 80"})
  void a_port_that_is_none_is_refused_by_name(String port) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> settings(Map.of("chasqui.http.port", port)))
        .withMessageContaining("chasqui.http.port")
        .withMessageContaining(port);
  }

  @Test
  void the_ports_for_esmes_are_known_before_the_start() {
    assertThat(settings(Map.of()).smpp()).containsExactly(ListenPort.smpp("127.0.0.1", 2775));
    assertThat(
            settings(Map.of("chasqui.smpp.port", "3775", "chasqui.smpp.tls.port", "3776")).smpp())
        .extracting(ListenPort::port)
        .containsExactly(3775, 3776);
  }

  private static LaunchSettings settings(Map<String, String> given) {
    return LaunchSettings.from(given::get);
  }
}

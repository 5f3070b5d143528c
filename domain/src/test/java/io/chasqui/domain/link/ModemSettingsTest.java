package io.chasqui.domain.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModemSettingsTest {
  private static final ConnectorId ID = ConnectorId.of("sims");

  @Test
  void no_wire_prints_its_secret() {
    assertThat(SerialWire.at("/dev/ttyUSB0").withPin("4711")).asString().doesNotContain("4711");
    assertThat(HilinkWire.at("http://192.168.8.1").withLogin("admin", "hunter2"))
        .asString()
        .doesNotContain("hunter2");
  }

  @Test
  void a_serial_modem_needs_something_to_be_found_by() {
    Optional<String> none = Optional.empty();
    assertThatThrownBy(() -> new SerialWire(none, none, none, none, 9600))
        .hasMessageContaining("port, imei or imsi");
    assertThat(new SerialWire(none, Optional.of("490154203237518"), none, none, 9600).device())
        .isEqualTo("IMEI 490154203237518");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://192.168.8.1",
        "192.168.8.1",
        "mailto:admin",
        "http:///api",
        "http://192.168.8.1/html",
        "http://192.168.8.1?x=1",
        "http://admin:pw@192.168.8.1"
      })
  void a_hilink_url_is_a_host_and_nothing_else(String url) {
    assertThatThrownBy(() -> HilinkWire.at(url)).hasMessageContaining("http://192.168.8.1");
  }

  @Test
  void the_modems_of_a_pool_have_different_names() {
    ModemSettings one = new ModemSettings("a", SerialWire.at("/dev/ttyUSB0"), SimSettings.STANDARD);
    List<ModemSettings> twice = List.of(one, one);
    assertThatThrownBy(() -> new ModemLinkSettings(ID, PoolSettings.STANDARD, twice))
        .hasMessageContaining("'a'");
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 07:00, 23:59, true",
    "22:00, 07:00, 06:59, true",
    "22:00, 07:00, 07:00, false",
    "22:00, 07:00, 21:59, false",
    "12:00, 13:00, 12:00, true",
    "12:00, 13:00, 13:00, false",
    "12:00, 13:00, 00:00, false"
  })
  void quiet_hours_may_go_over_midnight(
      LocalTime from, LocalTime until, LocalTime time, boolean quiet) {
    assertThat(new QuietHours(from, until).contains(time)).isEqualTo(quiet);
  }
}

package io.chasqui.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @Test
  void nothing_set_is_an_embedded_database_under_var() {
    Settings settings = from(Map.of());
    assertThat(settings.home()).isEqualTo(Path.of("var").toAbsolutePath());
    assertThat(settings.external()).isEmpty();
    assertThat(settings.port()).isZero();
    assertThat(settings.bufferPoolMegabytes()).isEqualTo(256);
  }

  @Test
  void an_empty_setting_is_one_not_set() {
    assertThat(from(Map.of("chasqui.db.url", " ", "chasqui.home", ""))).isEqualTo(from(Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "chasqui.db.port,x",
    "chasqui.db.port,65536",
    "chasqui.db.port,-1",
    "chasqui.db.buffer-pool,31",
    "chasqui.db.buffer-pool,256M"
  })
  void a_wrong_number_is_named(String name, String value) {
    assertThatThrownBy(() -> from(Map.of(name, value)))
        .isInstanceOf(DatabaseStartException.class)
        .hasMessageStartingWith(name + " is '" + value + "'");
  }

  @Test
  void a_url_of_another_database_is_refused_without_repeating_it() {
    assertThatThrownBy(() -> from(Map.of("chasqui.db.url", "jdbc:postgresql://u:secret@h/d")))
        .hasMessageContaining("chasqui.db.url")
        .hasMessageContaining("jdbc:mariadb://")
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_password_is_in_no_text_form() {
    Settings settings =
        from(
            Map.of(
                "chasqui.db.url", "jdbc:mariadb://db.example:3306/chasqui?password=hidden",
                "chasqui.db.user", "gateway",
                "chasqui.db.password", "secret"));
    assertThat(settings.toString())
        .contains("db.example:3306 as 'gateway'")
        .doesNotContain("secret")
        .doesNotContain("hidden");
  }

  @Test
  void a_system_property_is_read_where_there_is_no_microprofile() {
    System.setProperty("chasqui.db.port", "40001");
    try {
      assertThat(Settings.read().port()).isEqualTo(40001);
    } finally {
      System.clearProperty("chasqui.db.port");
    }
  }

  @Test
  void a_name_in_the_environment_is_in_capitals_with_underscores() {
    assertThat(Settings.environmentName("chasqui.db.buffer-pool"))
        .isEqualTo("CHASQUI_DB_BUFFER_POOL");
  }

  private static Settings from(Map<String, String> given) {
    return Settings.from(name -> Optional.ofNullable(given.get(name)));
  }
}

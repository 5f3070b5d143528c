package io.chasqui.app.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.HilinkVariant;
import io.chasqui.domain.link.HilinkWire;
import io.chasqui.domain.link.PoolSettings;
import io.chasqui.domain.link.QuietHours;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.operations.ModemEntry;
import io.chasqui.domain.operations.ModemOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModemOptionsTest {
  private static final ConnectorId ID = ConnectorId.of("sims");

  private static ModemForm read(String document) {
    return ModemOptionsJson.read(new StoredMembers("", document(document)), ID);
  }

  private static JsonObject document(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  @Test
  void all_settings_are_stored_and_read_back() {
    SimSettings sim =
        new SimSettings(
            Optional.of(Msisdn.of("+5511999990000")),
            12,
            100,
            2000,
            Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30))),
            List.of("+5511", "+5521"));
    ModemOptions options =
        new ModemOptions(
            new PoolSettings(
                3, Duration.ofSeconds(60), 4, Duration.ofHours(1), ZoneId.of("America/Sao_Paulo")),
            List.of(
                new ModemEntry(
                    "a",
                    new SerialWire(
                        Optional.of("/dev/x"),
                        Optional.of("490154203237518"),
                        Optional.of("724100000000001"),
                        Optional.empty(),
                        9600),
                    Optional.empty(),
                    sim),
                new ModemEntry(
                    "b",
                    new HilinkWire(
                        URI.create("http://192.168.8.1"), Optional.empty(), HilinkVariant.E303),
                    Optional.of("admin"),
                    SimSettings.STANDARD)));
    assertThat(StoredOptions.decodeModems(ID, StoredOptions.encode(options))).isEqualTo(options);
  }

  @Test
  void one_modem_without_a_list_is_named_as_its_connector() {
    ModemForm form = read("{\"port\":\"/dev/ttyUSB0\",\"pin\":\"1234\"}");
    assertThat(form.options().modems())
        .containsExactly(
            new ModemEntry(
                "sims", SerialWire.at("/dev/ttyUSB0"), Optional.empty(), SimSettings.STANDARD));
    assertThat(form.secrets()).isEqualTo(Map.of("sims", "1234"));
    assertThat(ModemOptionsJson.write(form.options(), ID)).containsKey("port").isNotEmpty();
    assertThat(ModemOptionsJson.write(form.options(), ID).toString()).doesNotContain("1234");
  }

  @Test
  void a_password_alone_is_of_the_user_admin() {
    ModemForm form = read("{\"url\":\"http://192.168.8.1\",\"password\":\"hunter2\"}");
    assertThat(form.options().settings(ID, form.secrets()).modems().get(0).wire())
        .isEqualTo(HilinkWire.at("http://192.168.8.1").withLogin("admin", "hunter2"));
    assertThat(form).asString().doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|port",
        "{\"port\":\"/dev/x\",\"pin\":\"12\"}|pin",
        "{\"url\":\"ftp://x\"}|url",
        "{\"port\":\"/dev/x\",\"messages_per_minute\":0}|messages_per_minute",
        "{\"port\":\"/dev/x\",\"prefixes\":[\"11\"]}|prefixes",
        "{\"port\":\"/dev/x\",\"quiet_hours\":{\"from\":\"25:00\",\"until\":\"07:00\"}}|from",
        "{\"modems\":[{\"port\":\"/dev/x\"}]}|modems[0].name",
        "{\"port\":\"/dev/x\",\"pool\":{\"zone\":\"Mars/Olympus\"}}|pool.zone"
      })
  void what_is_wrong_is_told_of_its_member(String document, String member) {
    assertThatThrownBy(() -> read(document))
        .isInstanceOf(UnreadableOptionsException.class)
        .hasMessageContaining(member);
  }
}

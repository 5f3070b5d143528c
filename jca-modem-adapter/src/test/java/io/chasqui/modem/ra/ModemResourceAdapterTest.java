package io.chasqui.modem.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkUnavailableException;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.modem.ModemLinkConnection;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.UnknownModemException;
import io.chasqui.modem.device.Air;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModemResourceAdapterTest {
  private static final ConnectorId ID = ConnectorId.of("sim-1");
  private static final ModemLinkSettings SETTINGS =
      ModemLinkSettings.of(ID, SerialWire.at("/dev/serial/by-id/usb-modem"), SimSettings.STANDARD);

  private final Air air = new Air();
  private TestContainer container;
  private ModemLinkConnection links;

  @BeforeEach
  void start() throws Exception {
    container = new TestContainer(air);
    links = (ModemLinkConnection) container.factory().createConnectionFactory().getConnection();
  }

  @AfterEach
  void stop() {
    container.close();
  }

  @Test
  void opening_it_twice_does_not_restart_it() {
    links.open(SETTINGS);
    var before = links.status(ID);
    links.open(SETTINGS);
    assertThat(links.status(ID)).isEqualTo(before);
  }

  @Test
  void a_modem_is_asked_and_reset_by_its_name() throws Exception {
    links.open(SETTINGS);
    assertThat(links.ussd(ID, "sim-1", "*100#", Duration.ofSeconds(5))).isEqualTo("Balance: 7");
    assertThatThrownBy(() -> links.ussd(ID, "sim-1", "*999#", Duration.ofSeconds(5)))
        .isInstanceOf(ModemRefusedException.class);
    links.reset(ID, "sim-1");
    assertThat(links.modems(ID).get(0).status().detail()).isEqualTo("reset by its operator");
    assertThatThrownBy(() -> links.reset(ID, "sim-2")).isInstanceOf(UnknownModemException.class);
  }

  @Test
  void the_adapter_hears_one_listener() {
    assertThatThrownBy(() -> container.adapter().endpointActivation(null, null))
        .hasMessageContaining("one activation");
  }

  @Test
  void what_a_sim_has_sent_is_remembered_over_restarts(@TempDir Path directory) {
    links.keepCountsIn(directory);
    links.open(SETTINGS);
    links.submit(ID, Segments.numbered(1), outcome -> {});
    await().until(() -> links.modems(ID).get(0).counts().today() == 1);
    links.stop(ID, Duration.ofSeconds(5));
    links.open(SETTINGS);
    assertThat(links.modems(ID).get(0).counts().thisMonth()).isEqualTo(1);
  }

  @Test
  void an_smpp_link_is_not_opened_here() {
    SmppLinkSettings smpp =
        SmppLinkSettings.of(ID, SmppPeer.of("127.0.0.1", 2775), SmppLogin.of("chasqui", "secret"));
    assertThatThrownBy(() -> links.open(smpp))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sim-1");
  }

  @Test
  void handles_of_a_stopped_adapter_say_so() {
    container.adapter().stop();
    assertThatThrownBy(() -> links.status(ID)).isInstanceOf(LinkUnavailableException.class);
  }

  @Test
  void the_descriptor_names_classes_that_exist() throws Exception {
    List<String> names =
        Pattern.compile(">(io\\.chasqui[\\w.]+)<")
            .matcher(Files.readString(Path.of("src/main/rar/META-INF/ra.xml")))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(names).hasSize(8);
    for (String name : names) {
      assertThat(Class.forName(name)).isNotNull();
    }
  }
}

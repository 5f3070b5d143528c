package io.chasqui.modem.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.LinkUnavailableException;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.Outcomes;
import io.chasqui.domain.link.Segments;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppLogin;
import io.chasqui.domain.link.SmppPeer;
import io.chasqui.domain.link.SubmitOutcome.Deferred;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModemResourceAdapterTest {
  private static final ConnectorId ID = ConnectorId.of("sim-1");
  private static final ModemLinkSettings SETTINGS =
      ModemLinkSettings.of(ID, SerialWire.at("/dev/serial/by-id/usb-modem"), SimSettings.STANDARD);

  private final ModemResourceAdapter adapter = new ModemResourceAdapter();
  private LinkConnection links;

  @BeforeEach
  void start() throws Exception {
    adapter.start(null);
    ModemManagedConnectionFactory factory = new ModemManagedConnectionFactory();
    factory.setResourceAdapter(adapter);
    links = factory.createConnectionFactory().getConnection();
  }

  @Test
  void a_modem_link_says_that_it_is_not_available() {
    assertThat(links.status(ID).state()).isEqualTo(LinkState.STOPPED);
    links.open(SETTINGS);
    assertThat(links.status(ID).state()).isEqualTo(LinkState.FAILED);
    assertThat(links.status(ID).detail())
        .isEqualTo("modem links are not available in this version");
    links.stop(ID, Duration.ZERO);
    assertThat(links.status(ID).state()).isEqualTo(LinkState.STOPPED);
  }

  @Test
  void opening_it_twice_does_not_restart_it() {
    links.open(SETTINGS);
    var before = links.status(ID);
    links.open(SETTINGS);
    assertThat(links.status(ID)).isEqualTo(before);
  }

  @Test
  void its_segments_are_deferred_and_none_is_lost() {
    Outcomes outcomes = new Outcomes();
    links.open(SETTINGS);
    links.submit(ID, Segments.numbered(3), outcomes);
    assertThat(outcomes.of(Deferred.class)).hasSize(3);
  }

  @Test
  void it_has_no_capacity_and_waiting_for_it_is_bounded() throws Exception {
    long start = System.nanoTime();
    assertThat(links.awaitCapacity(ID, Duration.ofMillis(100))).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(Duration.ofMillis(90), Duration.ofSeconds(5));
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
    adapter.stop();
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

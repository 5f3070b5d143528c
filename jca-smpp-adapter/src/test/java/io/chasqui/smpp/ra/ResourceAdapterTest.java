package io.chasqui.smpp.ra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chasqui.domain.esme.EsmeListener;
import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.LinkUnavailableException;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.smpp.Settings;
import io.chasqui.smpp.link.SmppLinks;
import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceAdapterTest {
  private static final int MANY = 20;

  private final Rig rig = new Rig();
  private final SmppManagedConnectionFactory factory = new SmppManagedConnectionFactory();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void stopping_ends_every_thread_and_session() {
    rig.bind(rig.settings().withBinds(3));
    rig.until(() -> rig.status().boundSessions() == 3);
    rig.container.adapter().stop();
    rig.until(() -> rig.smsc.sessions().isEmpty());
    await()
        .atMost(Rig.SOON)
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .noneMatch(name -> name.contains("PDUReader") || name.contains("Enquire")));
  }

  /** One takes four seconds, so one after the other they would take more than a minute. */
  @Test
  void links_whose_peer_is_mute_are_stopped_together() {
    for (int i = 0; i < MANY; i++) {
      rig.links.open(rig.settings().link(ConnectorId.of("link-" + i)));
    }
    rig.until(() -> rig.smsc.binds().size() == MANY);
    rig.smsc.mute(true);
    assertThat(CompletableFuture.runAsync(() -> rig.container.adapter().stop()))
        .succeedsWithin(Rig.SOON.multipliedBy(3));
  }

  @Test
  void handles_of_a_stopped_adapter_say_so() {
    rig.container.adapter().stop();
    assertThatThrownBy(rig::status)
        .isInstanceOf(LinkUnavailableException.class)
        .hasMessageContaining("not running");
  }

  @Test
  void an_adapter_can_be_started_again() throws Exception {
    rig.container.adapter().stop();
    rig.container.adapter().start(rig.container);
    rig.bind();
    assertThat(rig.status().state()).isEqualTo(LinkState.BOUND);
  }

  @Test
  void a_second_listener_is_refused_until_the_first_has_gone() throws Exception {
    TestEndpoints<LinkListener> second =
        new TestEndpoints<>(LinkListener.class, batch -> {}, new TestTransactions());
    SmppActivationSpec spec = new SmppActivationSpec();
    assertThatThrownBy(() -> rig.container.adapter().endpointActivation(second, spec))
        .isInstanceOf(ResourceException.class);
    rig.container.adapter().endpointDeactivation(rig.endpoints, spec);
    rig.container.adapter().endpointActivation(second, spec);
  }

  @Test
  void a_modem_is_not_opened_here() {
    ModemLinkSettings modem =
        ModemLinkSettings.of(Settings.ID, SerialWire.at("/dev/ttyUSB0"), SimSettings.STANDARD);
    assertThatThrownBy(() -> rig.links.open(modem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("carrier-a");
  }

  @Test
  void cleanup_invalidates_all_handles() throws Exception {
    factory.setResourceAdapter(rig.container.adapter());
    SmppManagedConnection<SmppLinks> managed = managed();
    List<SmppConnection> handles = List.of(handle(managed), handle(managed));
    managed.cleanup();
    assertThat(handles)
        .allSatisfy(
            handle ->
                assertThatThrownBy(() -> handle.status(Settings.ID))
                    .isInstanceOf(LinkUnavailableException.class));
    assertThat(handle(managed).status(Settings.ID)).isNotNull();
  }

  private SmppManagedConnection<SmppLinks> managed() {
    @SuppressWarnings("unchecked")
    SmppManagedConnection<SmppLinks> managed =
        (SmppManagedConnection<SmppLinks>) factory.createManagedConnection(null, null);
    return managed;
  }

  private static SmppConnection handle(SmppManagedConnection<SmppLinks> managed) {
    return (SmppConnection) managed.getConnection(null, null);
  }

  @Test
  void closing_a_handle_tells_the_pool_once() throws Exception {
    factory.setResourceAdapter(rig.container.adapter());
    SmppManagedConnection<SmppLinks> managed = managed();
    List<Object> closed = new ArrayList<>();
    managed.addConnectionEventListener(new ClosedHandles(closed));
    SmppConnection handle = handle(managed);
    handle.close();
    handle.close();
    assertThat(closed).containsExactly(handle);
  }

  @Test
  void a_handle_can_move_to_another_managed_connection() throws Exception {
    factory.setResourceAdapter(rig.container.adapter());
    SmppManagedConnection<SmppLinks> first = managed();
    SmppManagedConnection<SmppLinks> second = managed();
    SmppConnection handle = handle(first);
    second.associateConnection(handle);
    first.cleanup();
    assertThat(handle.status(Settings.ID)).isNotNull();
    second.cleanup();
    assertThatThrownBy(() -> handle.status(Settings.ID))
        .isInstanceOf(LinkUnavailableException.class);
  }

  @Test
  void factories_of_one_adapter_are_equal_and_match_any_connection() throws Exception {
    SmppManagedConnectionFactory other = new SmppManagedConnectionFactory();
    factory.setResourceAdapter(rig.container.adapter());
    assertThat(factory).isNotEqualTo(other).hasSameHashCodeAs(other);
    other.setResourceAdapter(rig.container.adapter());
    assertThat(factory).isEqualTo(other).hasSameHashCodeAs(other);
    Object managed = factory.createManagedConnection(null, null);
    assertThat(other.matchManagedConnections(Set.of("x", managed), null, null)).isSameAs(managed);
    assertThat(other.matchManagedConnections(Set.of("x"), null, null)).isNull();
  }

  @Test
  void there_are_no_transactions() throws Exception {
    SmppManagedConnection<SmppLinks> managed = managed();
    assertThatThrownBy(managed::getXAResource).isInstanceOf(NotSupportedException.class);
    assertThatThrownBy(managed::getLocalTransaction).isInstanceOf(NotSupportedException.class);
    assertThat(rig.container.adapter().getXAResources(null)).isEmpty();
  }

  @Test
  void the_descriptor_names_classes_that_exist() throws Exception {
    String descriptor = Files.readString(Path.of("src/main/rar/META-INF/ra.xml"));
    List<String> names =
        Pattern.compile(">(io\\.chasqui[\\w.]+)<")
            .matcher(descriptor)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(names).hasSize(15);
    for (String name : names) {
      assertThat(Class.forName(name)).isNotNull();
    }
  }

  @Test
  void the_listener_has_the_one_method_that_is_delivered_to() {
    assertThat(LinkListener.class.getMethods())
        .extracting(Method::getName)
        .containsExactly("onEvents");
  }

  @Test
  void no_method_of_the_listener_for_esmes_is_overloaded() {
    assertThat(EsmeListener.class.getMethods())
        .extracting(Method::getName)
        .containsExactlyInAnyOrder("onBind", "onSubmits", "onQuery", "onPresence");
  }

  @Test
  void the_server_is_given_by_a_factory_of_its_own() throws Exception {
    try (EsmeServer server = rig.container.esmes().getConnection()) {
      assertThat(server.sessions()).isEmpty();
      server.close();
      assertThatThrownBy(server::sessions).isInstanceOf(LinkUnavailableException.class);
    }
    assertThat(new EsmeManagedConnectionFactory()).isNotEqualTo(factory);
  }

  @Test
  void the_server_of_a_stopped_adapter_says_so() {
    EsmeServer server = rig.container.esmes().getConnection();
    rig.container.adapter().stop();
    assertThatThrownBy(server::sessions)
        .isInstanceOf(LinkUnavailableException.class)
        .hasMessageContaining("not running");
  }

  private record ClosedHandles(List<Object> closed) implements ConnectionEventListener {
    @Override
    public void connectionClosed(ConnectionEvent event) {
      closed.add(event.getConnectionHandle());
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {}

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {}

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {}

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {}
  }
}

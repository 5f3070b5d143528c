package io.chasqui.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.app.config.Secrets;
import io.chasqui.app.config.SecretsForTests;
import io.chasqui.app.operations.ConnectorChanged.Change;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.app.persistence.TransactionPerTest;
import io.chasqui.app.persistence.TransactionPerTest.Fired;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.account.ApiKey;
import io.chasqui.domain.account.ApiKeySecret;
import io.chasqui.domain.account.Client;
import io.chasqui.domain.account.PhoneNumber;
import io.chasqui.domain.account.Scope;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.classification.DefaultServices;
import io.chasqui.domain.classification.ServicePattern;
import io.chasqui.domain.esme.AccountTerms;
import io.chasqui.domain.esme.EsmeAccount.ReceiptPdu;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.LongMo;
import io.chasqui.domain.esme.SmppAccount;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.BindType;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.HilinkWire;
import io.chasqui.domain.link.LinkState;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.ModemWire;
import io.chasqui.domain.link.PoolSettings;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.link.SmppLinkSettings;
import io.chasqui.domain.link.SmppTimers;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.operations.Connector;
import io.chasqui.domain.operations.ConnectorKind;
import io.chasqui.domain.operations.ModemEntry;
import io.chasqui.domain.operations.ModemOptions;
import io.chasqui.domain.operations.OnUnknown;
import io.chasqui.domain.operations.SmppEndpoint;
import io.chasqui.domain.operations.SmppOptions;
import io.chasqui.domain.routing.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What operators store, and what the pipeline then sees in the directory. */
class SettingsTest {
  private static final ConnectorId CARRIER = ConnectorId.of("settings-test-carrier");

  @RegisterExtension final TransactionPerTest jpa = new TransactionPerTest();
  @TempDir Path home;

  private final Clock clock = Clock.systemUTC();
  private final Fired<SettingsSaved> saved = new Fired<>();
  private final Connectors connectors = new Connectors();
  private final ConnectorSwitch lever = new ConnectorSwitch();
  private final WaitingMessages waiting = new WaitingMessages();
  private final Services services = new Services();
  private final DirectoryLoader loader = new DirectoryLoader();

  @BeforeEach
  void begin() {
    Secrets secrets = SecretsForTests.in(home);
    connectors.database = jpa.database();
    connectors.saved = saved;
    connectors.clock = clock;
    connectors.secrets = secrets;
    connectors.waiting = waiting;
    waiting.database = MigratedDatabase.dataSource();
    lever.database = jpa.database();
    lever.saved = saved;
    services.database = jpa.database();
    services.saved = saved;
    services.clock = clock;
    loader.database = jpa.database();
    loader.secrets = secrets;
  }

  @Test
  void a_connector_is_seen_with_its_password_and_does_not_print_it() {
    connectors.create(smpp(Optional.of("hunter2")));
    ConnectorView view = directory().connectors().get(CARRIER);
    SmppLinkSettings settings = (SmppLinkSettings) view.toLinkSettings();
    assertThat(settings.password()).isEqualTo("hunter2");
    assertThat(settings.host()).isEqualTo("smsc.example");
    assertThat(settings.window()).isEqualTo(50);
    assertThat(view.enabled()).isTrue();
    assertThat(view.toString()).doesNotContain("hunter2");
    byte[] stored = connectors.get(CARRIER).passwordEncrypted();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
  }

  @Test
  void an_edit_without_a_password_keeps_it() {
    connectors.create(smpp(Optional.of("hunter2")));
    jpa.store();
    connectors.change(smpp(Optional.empty()));
    SmppLinkSettings settings =
        (SmppLinkSettings) directory().connectors().get(CARRIER).toLinkSettings();
    assertThat(settings.password()).isEqualTo("hunter2");
  }

  @Test
  void a_new_smpp_connector_needs_a_password_and_an_id_of_its_own() {
    assertThatThrownBy(() -> connectors.create(smpp(Optional.empty())))
        .isInstanceOf(InvalidFieldException.class);
    connectors.create(smpp(Optional.of("")));
    assertThatThrownBy(() -> connectors.create(smpp(Optional.of("x"))))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void a_connector_does_not_change_its_kind() {
    connectors.create(smpp(Optional.of("x")));
    assertThatThrownBy(() -> connectors.change(modem())).isInstanceOf(InvalidFieldException.class);
  }

  @Test
  void an_smpp_account_is_seen_and_inactive_with_its_client() {
    Client client = Client.of("01J00000000000000000000000", "client", clock.instant());
    SystemId id = SystemId.of("settings-test");
    AccountTerms terms =
        new AccountTerms(
            AccountTerms.ANYWHERE,
            4,
            100,
            0,
            OptionalInt.of(0),
            ReceiptPdu.DELIVER_SM,
            GsmCoding.GSM7,
            LongMo.UDH,
            List.of(),
            true);
    jpa.database().persist(client);
    jpa.database().persist(SmppAccount.of(id, client.id(), "hash", terms, clock.instant()));
    jpa.store();
    assertThat(directory().smppAccount(id))
        .contains(new SmppAccountView(id, client.id(), "hash", terms, true));
    jpa.database().find(Client.class, client.id()).deactivate();
    jpa.store();
    assertThat(directory().smppAccount(id).orElseThrow().active()).isFalse();
    assertThat(directory().receiversOf(client.id())).isEmpty();
  }

  @Test
  void a_modem_is_seen_with_its_device() {
    connectors.create(modem());
    assertThat(directory().connectors().get(CARRIER).toLinkSettings())
        .isEqualTo(
            ModemLinkSettings.of(
                CARRIER, SerialWire.at("/dev/serial/by-id/x"), SimSettings.STANDARD));
  }

  @Test
  void a_modems_secret_is_kept_encrypted_and_over_changes_that_leave_it_out() {
    connectors.create(modem(Optional.of("admin"), Map.of(CARRIER.value(), "hunter2")));
    connectors.change(modem(Optional.of("admin"), Map.of()));
    jpa.store();
    Connector stored = jpa.database().find(Connector.class, CARRIER.value());
    assertThat(new String(stored.passwordEncrypted(), StandardCharsets.ISO_8859_1))
        .doesNotContain("hunter2");
    assertThat(stored.options().orElseThrow()).doesNotContain("hunter2");
    assertThat(directory().connectors().get(CARRIER).toLinkSettings())
        .isEqualTo(
            ModemLinkSettings.of(
                CARRIER,
                HilinkWire.at("http://192.168.8.1").withLogin("admin", "hunter2"),
                SimSettings.STANDARD));
  }

  @Test
  void a_login_without_its_password_is_refused() {
    assertThatThrownBy(() -> connectors.create(modem(Optional.of("admin"), Map.of())))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("password");
  }

  @Test
  void starting_and_stopping_is_stored_and_told() {
    connectors.create(smpp(Optional.of("x")));
    jpa.store();
    lever.stop(CARRIER);
    assertThat(directory().connectors().get(CARRIER).enabled()).isFalse();
    lever.restart(CARRIER);
    assertThat(directory().connectors().get(CARRIER).enabled()).isTrue();
    assertThat(saved.events)
        .extracting(event -> event.connector().orElseThrow())
        .containsExactly(
            new ConnectorChanged(CARRIER, Change.SAVED),
            new ConnectorChanged(CARRIER, Change.SAVED),
            new ConnectorChanged(CARRIER, Change.RESTARTED));
  }

  @Test
  void a_connector_that_a_route_names_stays() {
    connectors.create(smpp(Optional.of("x")));
    Optional.ofNullable(jpa.database().find(Route.class, 0)).ifPresent(jpa.database()::remove);
    jpa.store();
    jpa.database().persist(Route.byDefault(List.of(CARRIER), clock.instant()));
    jpa.store();
    assertThat(directory().routing().connectors()).containsExactly(CARRIER);
    assertThatThrownBy(() -> connectors.delete(CARRIER))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("route 0");
    jpa.database().remove(jpa.database().find(Route.class, 0));
    jpa.store();
    connectors.delete(CARRIER);
    jpa.store();
    assertThatThrownBy(() -> connectors.get(CARRIER)).isInstanceOf(NoSuchThingException.class);
  }

  @Test
  void a_connector_whose_password_cannot_be_read_is_left_out_and_the_rest_is_there() {
    connectors.create(smpp(Optional.of("x")));
    jpa.store();
    loader.secrets = SecretsForTests.in(home.resolve("another"));
    DirectorySnapshot directory = directory();
    assertThat(directory.connectors()).doesNotContainKey(CARRIER);
    assertThat(directory.unusable()).containsKey(CARRIER);
  }

  @Test
  void further_settings_are_stored_and_reach_the_link() {
    SmppTimers timers = SmppTimers.STANDARD.withResponse(Duration.ofSeconds(77));
    connectors.create(smpp(Optional.of("x"), timed(timers)));
    jpa.store();
    SmppLinkSettings settings =
        (SmppLinkSettings) directory().connectors().get(CARRIER).toLinkSettings();
    assertThat(settings.timers()).isEqualTo(timers);
    connectors.change(smpp(Optional.empty()));
    settings = (SmppLinkSettings) directory().connectors().get(CARRIER).toLinkSettings();
    assertThat(settings.timers()).isEqualTo(SmppTimers.STANDARD);
  }

  @Test
  void a_connector_stored_before_there_were_further_settings_has_the_usual_ones() {
    connectors.create(
        smpp(Optional.of("x"), timed(SmppTimers.STANDARD.withBind(Duration.ofSeconds(3)))));
    jpa.store();
    store("NULL");
    SmppLinkSettings settings =
        (SmppLinkSettings) directory().connectors().get(CARRIER).toLinkSettings();
    assertThat(settings.timers()).isEqualTo(SmppTimers.STANDARD);
  }

  @Test
  void a_connector_whose_further_settings_cannot_be_read_has_failed_and_says_why() {
    connectors.create(smpp(Optional.of("x")));
    jpa.store();
    store("'{\"version\":1,\"timers\":{\"bind_seconds\":\"soon\"}}'");
    DirectorySnapshot directory = directory();
    assertThat(directory.connectors()).doesNotContainKey(CARRIER);
    LinkStatus status = directory.unusable().get(CARRIER).status();
    assertThat(status.state()).isEqualTo(LinkState.FAILED);
    assertThat(status.detail()).contains("timers.bind_seconds");
    connectors.change(smpp(Optional.empty()));
    assertThat(directory().connectors()).containsKey(CARRIER);
  }

  private void store(String options) {
    jpa.database()
        .createNativeQuery("UPDATE connector SET options = " + options + " WHERE id = ?")
        .setParameter(1, CARRIER.value())
        .executeUpdate();
    jpa.database().clear();
  }

  private static SmppOptions timed(SmppTimers timers) {
    SmppOptions usual = SmppOptions.STANDARD;
    return new SmppOptions(
        usual.tls(), usual.bind(), timers, usual.submits(), usual.statuses(), usual.receipts());
  }

  @Test
  void ten_services_come_with_the_gateway() {
    jpa.database().createQuery("DELETE FROM Service s").executeUpdate();
    services.createDefaults();
    assertThat(directory().services().patterns()).hasSize(DefaultServices.list().size());
    assertThat(directory().services().classify("Seu código WhatsApp: 123-456"))
        .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("WhatsApp"));
  }

  @Test
  void a_service_has_a_name_of_its_own_and_stops_being_looked_for() {
    String id = MessageId.next(clock).toString();
    ServicePattern pattern = ServicePattern.of(id, "settings test service", 1, "zzyzx\\d+");
    services.create(pattern);
    jpa.store();
    assertThatThrownBy(
            () ->
                services.create(
                    ServicePattern.of("other", "settings test service", 1, "something")))
        .isInstanceOf(ConflictException.class);
    assertThat(directory().services().classify("zzyzx42")).contains(seen(directory(), id));
    services.change(pattern, false);
    assertThat(directory().services().classify("zzyzx42")).isEmpty();
  }

  @Test
  void only_keys_that_work_are_seen() {
    Client active = client("active");
    Client inactive = client("inactive");
    inactive.deactivate();
    ApiKeySecret good = key(active, false);
    ApiKeySecret revoked = key(active, true);
    ApiKeySecret orphaned = key(inactive, false);
    DirectorySnapshot directory = directory();
    assertThat(directory.keys().get(hex(good)).clientId()).isEqualTo(active.id());
    assertThat(directory.keys().get(hex(good)).scopes()).containsExactly(Scope.SEND);
    assertThat(directory.keys()).doesNotContainKeys(hex(revoked), hex(orphaned));
  }

  @Test
  void a_number_leads_to_its_client() {
    Client client = client("owner");
    Msisdn number = Msisdn.of("+5511912345678");
    jpa.database().persist(PhoneNumber.of(number, client.id(), clock.instant()));
    assertThat(directory().ownerOf(number)).contains(client.id());
    assertThat(directory().ownerOf(Msisdn.of("+5511912345679"))).isEmpty();
  }

  private DirectorySnapshot directory() {
    jpa.store();
    return loader.load();
  }

  private static ServicePattern seen(DirectorySnapshot directory, String id) {
    return directory.services().patterns().stream()
        .filter(pattern -> pattern.serviceId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Client client(String name) {
    Client client = Client.of(MessageId.next(clock).toString(), name, clock.instant());
    jpa.database().persist(client);
    jpa.database().flush();
    return client;
  }

  private ApiKeySecret key(Client client, boolean revoked) {
    ApiKeySecret secret = ApiKeySecret.generate(new SecureRandom());
    ApiKey key =
        ApiKey.of(
            MessageId.next(clock).toString(),
            client.id(),
            "k",
            secret,
            Set.of(Scope.SEND),
            0,
            clock.instant());
    if (revoked) {
      key.revoke(clock.instant());
    }
    jpa.database().persist(key);
    return secret;
  }

  private static String hex(ApiKeySecret secret) {
    return HexFormat.of().formatHex(secret.hash());
  }

  private static ConnectorOrder smpp(Optional<String> password) {
    return smpp(password, SmppOptions.STANDARD);
  }

  private static ConnectorOrder smpp(Optional<String> password, SmppOptions options) {
    SmppEndpoint endpoint =
        new SmppEndpoint("smsc.example", 2775, "me", "", BindType.TRANSCEIVER, 1, 50, 0);
    return new ConnectorOrder.Smpp(CARRIER, endpoint, options, password, true, OnUnknown.KEEP);
  }

  private static ConnectorOrder modem() {
    return modem(Optional.empty(), Map.of());
  }

  private static ConnectorOrder modem(Optional<String> user, Map<String, String> secrets) {
    ModemWire wire =
        user.isPresent()
            ? HilinkWire.at("http://192.168.8.1")
            : SerialWire.at("/dev/serial/by-id/x");
    ModemEntry modem = new ModemEntry(CARRIER.value(), wire, user, SimSettings.STANDARD);
    return new ConnectorOrder.Modem(
        CARRIER,
        ConnectorKind.MODEM,
        new ModemOptions(PoolSettings.STANDARD, List.of(modem)),
        secrets,
        true,
        OnUnknown.KEEP);
  }
}

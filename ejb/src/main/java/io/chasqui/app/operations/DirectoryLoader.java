package io.chasqui.app.operations;

import io.chasqui.app.config.Secrets;
import io.chasqui.app.options.StoredOptions;
import io.chasqui.domain.account.ApiKey;
import io.chasqui.domain.account.Client;
import io.chasqui.domain.account.PhoneNumber;
import io.chasqui.domain.account.Webhook;
import io.chasqui.domain.account.WebhookSecret;
import io.chasqui.domain.classification.Classifier;
import io.chasqui.domain.classification.ServicePattern;
import io.chasqui.domain.esme.SmppAccount;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.operations.Connector;
import io.chasqui.domain.operations.ModemOptions;
import io.chasqui.domain.operations.Service;
import io.chasqui.domain.operations.SmppOptions;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.domain.routing.Route;
import io.chasqui.domain.routing.RoutingTable;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads all settings in one transaction. A row that cannot be used is left out, and logged. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DirectoryLoader {
  private static final System.Logger LOG = System.getLogger("io.chasqui.directory");

  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Secrets secrets;

  public DirectorySnapshot load() {
    Map<ConnectorId, UnusableConnector> unusable = new HashMap<>();
    return new DirectorySnapshot(
        clients(),
        numbers(),
        services(),
        routing(),
        connectors(unusable),
        unusable,
        webhooks(),
        keys(),
        smppAccounts());
  }

  private Map<String, ClientView> clients() {
    return all(Client.class).stream()
        .collect(
            Collectors.toMap(
                Client::id,
                client -> new ClientView(client.id(), client.name(), client.isActive())));
  }

  private Map<String, String> numbers() {
    return all(PhoneNumber.class).stream()
        .collect(Collectors.toMap(phone -> phone.number().value(), PhoneNumber::clientId));
  }

  private Classifier services() {
    List<ServicePattern> patterns =
        all(Service.class).stream()
            .filter(Service::isActive)
            .flatMap(
                service ->
                    usable("service " + service.name(), service, Service::toPattern).stream())
            .toList();
    return new Classifier(patterns);
  }

  private RoutingTable routing() {
    return Optional.ofNullable(database.find(Route.class, Route.DEFAULT_POSITION))
        .map(route -> new RoutingTable(route.connectors()))
        .orElse(RoutingTable.EMPTY);
  }

  private Map<ConnectorId, ConnectorView> connectors(Map<ConnectorId, UnusableConnector> unusable) {
    Map<ConnectorId, ConnectorView> views = new HashMap<>();
    for (Connector connector : all(Connector.class)) {
      try {
        views.put(connector.id(), view(connector));
      } catch (RuntimeException e) {
        LOG.log(
            Level.WARNING,
            "{0}: its settings cannot be used, its link stays closed: {1}",
            connector.id(),
            e.getMessage());
        unusable.put(connector.id(), UnusableConnector.of(connector, e.getMessage()));
      }
    }
    return views;
  }

  private ConnectorView view(Connector connector) {
    return connector.kind().isModem() ? modem(connector) : smpp(connector);
  }

  private ConnectorView modem(Connector connector) {
    ModemOptions options =
        connector
            .options()
            .map(document -> StoredOptions.decodeModems(connector.id(), document))
            .orElseThrow(() -> new IllegalStateException("it has no settings"));
    Map<String, String> byModem = ModemSecrets.of(connector, secrets).byModem();
    return view(connector, options.settings(connector.id(), byModem), ReceiptReading.STANDARD);
  }

  private ConnectorView smpp(Connector connector) {
    String password = secrets.decrypt(connector.passwordEncrypted(), "connector/" + connector.id());
    SmppOptions options =
        connector.options().map(StoredOptions::decode).orElse(SmppOptions.STANDARD);
    return view(connector, connector.toLinkSettings(password, options), options.receipts());
  }

  private static ConnectorView view(
      Connector connector, LinkSettings settings, ReceiptReading receipts) {
    return new ConnectorView(
        connector.id(),
        connector.kind(),
        connector.isEnabled(),
        connector.onUnknown(),
        settings,
        receipts);
  }

  private Map<String, WebhookView> webhooks() {
    return all(Webhook.class).stream()
        .flatMap(
            webhook ->
                usable("webhook of " + webhook.clientId(), webhook, this::view)
                    .map(view -> Map.entry(webhook.clientId(), view))
                    .stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private WebhookView view(Webhook webhook) {
    String secret = secrets.decrypt(webhook.secretEncrypted(), "webhook/" + webhook.id());
    return new WebhookView(
        webhook.id(),
        webhook.url(),
        WebhookSecret.of(secret),
        webhook.format(),
        webhook.isEnabled());
  }

  private Map<String, AuthenticatedKey> keys() {
    String working =
        "SELECT k FROM ApiKey k, Client c"
            + " WHERE c.id = k.clientId AND c.active = TRUE AND k.revokedAt IS NULL";
    return database
        .createQuery(working, ApiKey.class)
        .getResultStream()
        .collect(
            Collectors.toMap(
                key -> HexFormat.of().formatHex(key.secretHash()),
                key ->
                    new AuthenticatedKey(
                        key.clientId(), key.id(), key.scopes(), key.messagesPerHour())));
  }

  private Map<SystemId, SmppAccountView> smppAccounts() {
    return database
        .createQuery(
            "SELECT a, c.active FROM SmppAccount a, Client c WHERE c.id = a.clientId",
            Object[].class)
        .getResultStream()
        .flatMap(row -> usable("an SMPP account", row, DirectoryLoader::account).stream())
        .collect(Collectors.toMap(SmppAccountView::systemId, Function.identity()));
  }

  private static SmppAccountView account(Object[] row) {
    SmppAccount account = (SmppAccount) row[0];
    return new SmppAccountView(
        account.systemId(),
        account.clientId(),
        account.passwordHash(),
        account.terms(),
        account.terms().enabled() && (boolean) row[1]);
  }

  private <T> List<T> all(Class<T> type) {
    return database
        .createQuery("SELECT x FROM " + type.getSimpleName() + " x", type)
        .getResultList();
  }

  private static <T, V> Optional<V> usable(String what, T row, Function<T, V> reading) {
    try {
      return Optional.of(reading.apply(row));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "{0}: left out of the directory: {1}", what, e.getMessage());
      return Optional.empty();
    }
  }
}

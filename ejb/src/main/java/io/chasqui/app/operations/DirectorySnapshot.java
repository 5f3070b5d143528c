package io.chasqui.app.operations;

import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.classification.Classifier;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.routing.RoutingTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings the pipeline asks for, as they were committed at one moment.
 *
 * @param clients by id, those that are not active too
 * @param numbers client ids by number in E.164
 * @param connectors those that can be used; the others are in {@code unusable}
 * @param webhooks by client id, those switched off too
 * @param keys that work, by the SHA-256 of their text in lower-case hex
 * @param smppAccounts by system_id, those switched off too
 */
public record DirectorySnapshot(
    Map<String, ClientView> clients,
    Map<String, String> numbers,
    Classifier services,
    RoutingTable routing,
    Map<ConnectorId, ConnectorView> connectors,
    Map<ConnectorId, UnusableConnector> unusable,
    Map<String, WebhookView> webhooks,
    Map<String, AuthenticatedKey> keys,
    Map<SystemId, SmppAccountView> smppAccounts) {
  public static final DirectorySnapshot EMPTY =
      new DirectorySnapshot(
          Map.of(),
          Map.of(),
          new Classifier(List.of()),
          RoutingTable.EMPTY,
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of());

  public DirectorySnapshot {
    clients = Map.copyOf(clients);
    numbers = Map.copyOf(numbers);
    connectors = Map.copyOf(connectors);
    unusable = Map.copyOf(unusable);
    webhooks = Map.copyOf(webhooks);
    keys = Map.copyOf(keys);
    smppAccounts = Map.copyOf(smppAccounts);
  }

  /** The client whose number this is. */
  public Optional<String> ownerOf(Msisdn number) {
    return Optional.ofNullable(numbers.get(number.value()));
  }

  public Optional<WebhookView> webhookOf(String clientId) {
    return Optional.ofNullable(webhooks.get(clientId));
  }

  /** The same but for the SMPP accounts. */
  public DirectorySnapshot withSmppAccounts(Map<SystemId, SmppAccountView> others) {
    return new DirectorySnapshot(
        clients, numbers, services, routing, connectors, unusable, webhooks, keys, others);
  }

  /** Whether anything can leave at all. */
  public boolean hasRoute() {
    return routing.connectors().stream().anyMatch(connectors::containsKey);
  }

  public Optional<SmppAccountView> smppAccount(SystemId systemId) {
    return Optional.ofNullable(smppAccounts.get(systemId));
  }

  /** The client's accounts that receive incoming messages, in the order of their priority. */
  public List<SmppAccountView> receiversOf(String clientId) {
    return smppAccounts.values().stream()
        .filter(account -> account.active() && account.clientId().equals(clientId))
        .filter(account -> account.terms().mo().isPresent())
        .sorted(
            Comparator.comparingInt((SmppAccountView account) -> account.terms().mo().getAsInt())
                .thenComparing(account -> account.systemId().value()))
        .toList();
  }
}

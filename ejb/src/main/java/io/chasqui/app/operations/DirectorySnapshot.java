package io.chasqui.app.operations;

import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.classification.Classifier;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.routing.RoutingTable;
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
 */
public record DirectorySnapshot(
    Map<String, ClientView> clients,
    Map<String, String> numbers,
    Classifier services,
    RoutingTable routing,
    Map<ConnectorId, ConnectorView> connectors,
    Map<ConnectorId, UnusableConnector> unusable,
    Map<String, WebhookView> webhooks,
    Map<String, AuthenticatedKey> keys) {
  public static final DirectorySnapshot EMPTY =
      new DirectorySnapshot(
          Map.of(),
          Map.of(),
          new Classifier(List.of()),
          RoutingTable.EMPTY,
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
  }

  /** The client whose number this is. */
  public Optional<String> ownerOf(Msisdn number) {
    return Optional.ofNullable(numbers.get(number.value()));
  }

  public Optional<WebhookView> webhookOf(String clientId) {
    return Optional.ofNullable(webhooks.get(clientId));
  }
}

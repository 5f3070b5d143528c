package io.chasqui.app.incoming;

import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.WebhookView;
import io.chasqui.app.outbox.EsmeOutbox;
import io.chasqui.app.outbox.MoRelocation;
import io.chasqui.app.outbox.PendingDelivery;
import io.chasqui.app.persistence.Sql;
import io.chasqui.app.traffic.Stream;
import io.chasqui.app.traffic.TrafficMoves;
import io.chasqui.app.webhooks.PendingEvent;
import io.chasqui.app.webhooks.WebhookOutbox;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.classification.ServicePattern;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.Direction;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Classifies incoming messages, finds their client and writes them down with what it is told. */
final class Reception {
  private final Connection connection;
  private final DirectorySnapshot directory;
  private final Predicate<SystemId> isReceiving;
  private final TrafficMoves traffic = new TrafficMoves();
  private final List<PendingEvent> pushes = new ArrayList<>();
  private final List<PendingDelivery> deliveries = new ArrayList<>();

  /**
   * @param isReceiving whether an SMPP account is there to receive
   */
  Reception(Connection connection, DirectorySnapshot directory, Predicate<SystemId> isReceiving) {
    this.connection = connection;
    this.directory = directory;
    this.isReceiving = isReceiving;
  }

  /** The same one a second time changes nothing. */
  void receive(ReceivedMessage message) throws SQLException {
    if (status(message.id()).isPresent()) {
      return;
    }
    Optional<ServicePattern> service = directory.services().classify(message.text());
    Optional<String> client = owner(message.to());
    MessageStatus status = client.isPresent() ? MessageStatus.RECEIVED : MessageStatus.UNROUTED;
    insert(message, service, client, status);
    traffic.arrived(stream(message, service, client), status, message.segments());
    insertEvent(message.id(), message.at(), status, story(message, service, client));
    client
        .filter(owner -> directory.webhookOf(owner).filter(WebhookView::enabled).isPresent())
        .ifPresent(owner -> pushes.add(push(message, service, owner)));
    client
        .flatMap(owner -> MoRelocation.choose(directory.receiversOf(owner), isReceiving))
        .ifPresent(account -> deliveries.addAll(EsmeShare.of(message, account)));
  }

  /** Adds a line to the story of a message, received or still to be. */
  void note(MessageId message, Instant at, String detail) throws SQLException {
    insertEvent(message, at, status(message).orElse(MessageStatus.RECEIVED), detail);
  }

  /** Writes what is left. */
  Waiting close() throws SQLException {
    WebhookOutbox.add(connection, pushes);
    EsmeOutbox.add(connection, deliveries);
    traffic.write(connection);
    return new Waiting(
        !pushes.isEmpty(),
        deliveries.stream().map(PendingDelivery::account).collect(Collectors.toSet()));
  }

  private Optional<MessageStatus> status(MessageId id) throws SQLException {
    return Sql.query(
            connection,
            "SELECT status FROM message WHERE id = ?",
            List.of(id.bytes()),
            row -> MessageStatus.ofCode(row.getInt(1)))
        .stream()
        .findFirst();
  }

  private Optional<String> owner(Address to) {
    try {
      return directory.ownerOf(Msisdn.of(to.display()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a short code or a name: no number of a client
    }
  }

  private void insert(
      ReceivedMessage message,
      Optional<ServicePattern> service,
      Optional<String> client,
      MessageStatus status)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    values.add(message.id().bytes());
    values.add(Direction.IN.code());
    values.add(client.orElse(null));
    values.add(message.from().display());
    values.add(message.to().display());
    values.add(message.text());
    values.add(message.content().alphabet().ordinal());
    values.add(message.segments());
    values.add(status.code());
    values.add(message.connector().value());
    values.add(service.map(ServicePattern::serviceId).orElse(null));
    values.add(message.at());
    // Not INSERT IGNORE, which would also swallow a value that does not fit.
    Sql.update(
        connection,
        "INSERT INTO message (id, direction, client_id, from_address, to_address, body, alphabet,"
            + " segments, status, connector_id, service_id, created_at)"
            + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
        values);
  }

  private static Stream stream(
      ReceivedMessage message, Optional<ServicePattern> service, Optional<String> client) {
    return Stream.of(
        message.id(),
        client.orElse(null),
        message.connector().value(),
        service.map(ServicePattern::serviceId).orElse(null));
  }

  private void insertEvent(MessageId message, Instant at, MessageStatus status, String detail)
      throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO event (message_id, at, status, detail) VALUES (?,?,?,?)",
        List.of(message.bytes(), at, status.code(), detail));
  }

  private static String story(
      ReceivedMessage message, Optional<ServicePattern> service, Optional<String> client) {
    return "from %s%s; service %s; %s"
        .formatted(
            message.connector(),
            message.howItCame(),
            service.map(ServicePattern::name).orElse("not recognised"),
            client.map(id -> "number of client " + id).orElse("the number belongs to no client"));
  }

  private static PendingEvent push(
      ReceivedMessage message, Optional<ServicePattern> service, String client) {
    return new PendingEvent(
        client, message.id(), "message.received", message.at(), data(message, service));
  }

  private static JsonObject data(ReceivedMessage message, Optional<ServicePattern> service) {
    JsonObjectBuilder data =
        Json.createObjectBuilder()
            .add("id", message.id().toString())
            .add("direction", "inbound")
            .add("from", message.from().display())
            .add("to", message.to().display())
            .add("text", message.text())
            .add("status", MessageStatus.RECEIVED.apiName())
            .add("segments", message.segments())
            .add("received_at", message.at().toString());
    service.ifPresentOrElse(
        each -> data.add("service", each.name()), () -> data.addNull("service"));
    return data.build();
  }
}

package io.chasqui.app.incoming;

import io.chasqui.app.incoming.PartStore.StoredPart;
import io.chasqui.app.incoming.PartStore.Whole;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.WebhookView;
import io.chasqui.app.persistence.Sql;
import io.chasqui.app.webhooks.PendingEvent;
import io.chasqui.app.webhooks.WebhookOutbox;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.classification.ServicePattern;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
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

/** Incoming segments on their way into the database, within one transaction. */
final class IncomingBatch {
  private static final String MISSING = "[…]";

  private final Connection connection;
  private final DirectorySnapshot directory;
  private final PartStore parts;
  private final List<PendingEvent> pushes = new ArrayList<>();

  IncomingBatch(Connection connection, DirectorySnapshot directory) {
    this.connection = connection;
    this.directory = directory;
    this.parts = new PartStore(connection);
  }

  /** A message all of whose parts have come, or as much of it as ever will. */
  private record Received(
      MessageId id,
      ConnectorId connector,
      Instant at,
      Address from,
      Address to,
      DataCodingScheme coding,
      String text,
      int segments) {}

  /**
   * @return whether there is something to push
   */
  boolean write(List<LinkEvent.Incoming> batch) throws SQLException {
    for (LinkEvent.Incoming segment : batch) {
      UserData data = new UserData(segment.userData(), segment.udhi());
      Optional<Concatenation> place = data.concatenation().filter(each -> each.total() > 1);
      if (place.isPresent()) {
        join(segment, place.get(), data.payload());
      } else {
        store(whole(segment, data));
      }
    }
    WebhookOutbox.add(connection, pushes);
    return !pushes.isEmpty();
  }

  /** Gives out what there is of messages that have waited since before {@code before}. */
  boolean writeIncomplete(Instant before) throws SQLException {
    for (Whole whole : parts.waitingSince(before)) {
      store(joined(whole, parts.parts(whole)));
      parts.remove(whole);
    }
    WebhookOutbox.add(connection, pushes);
    return !pushes.isEmpty();
  }

  private static Received whole(LinkEvent.Incoming segment, UserData data) {
    return new Received(
        segment.id(),
        segment.connector(),
        segment.at(),
        segment.source(),
        segment.destination(),
        segment.coding(),
        ReceivedText.decode(segment.coding(), data.payload()),
        1);
  }

  private void join(LinkEvent.Incoming segment, Concatenation place, byte[] payload)
      throws SQLException {
    Whole whole = Whole.of(segment, place);
    parts.add(whole, place.sequence(), segment, payload);
    List<StoredPart> stored = parts.parts(whole);
    if (stored.size() == place.total()) {
      store(joined(whole, stored));
      parts.remove(whole);
    }
  }

  private static Received joined(Whole whole, List<StoredPart> stored) {
    StoredPart first = stored.get(0);
    return new Received(
        first.id(),
        whole.connector(),
        first.receivedAt(),
        whole.source(),
        whole.destination(),
        first.coding(),
        text(whole, stored),
        stored.size());
  }

  private static String text(Whole whole, List<StoredPart> stored) {
    DataCodingScheme coding = stored.get(0).coding();
    if (stored.size() == whole.total()) {
      return ReceivedText.of(coding, stored.stream().map(StoredPart::payload).toList()).text();
    }
    StringBuilder text = new StringBuilder();
    int next = 1;
    for (StoredPart part : stored) {
      text.append(part.sequence() > next ? MISSING : "");
      text.append(ReceivedText.decode(coding, part.payload()));
      next = part.sequence() + 1;
    }
    return text.append(next <= whole.total() ? MISSING : "").toString();
  }

  private void store(Received message) throws SQLException {
    Optional<ServicePattern> service = directory.services().classify(message.text());
    Optional<String> client = owner(message.to());
    MessageStatus status = client.isPresent() ? MessageStatus.RECEIVED : MessageStatus.UNROUTED;
    if (!insert(message, service, client, status)) {
      return; // the same batch once more
    }
    insertEvent(message, status, story(message, service, client));
    if (client.flatMap(directory::webhookOf).filter(WebhookView::enabled).isPresent()) {
      pushes.add(
          new PendingEvent(
              client.get(),
              message.id(),
              "message.received",
              message.at(),
              data(message, service)));
    }
  }

  private Optional<String> owner(Address to) {
    try {
      return directory.ownerOf(Msisdn.of(to.display()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a short code or a name: no number of a client
    }
  }

  private boolean insert(
      Received message,
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
    values.add(
        (message.coding().equals(DataCodingScheme.UCS2) ? Alphabet.UCS2 : Alphabet.GSM7).ordinal());
    values.add(message.segments());
    values.add(status.code());
    values.add(message.connector().value());
    values.add(service.map(ServicePattern::serviceId).orElse(null));
    values.add(message.at());
    return Sql.update(
            connection,
            "INSERT IGNORE INTO message (id, direction, client_id, from_address, to_address, body,"
                + " alphabet, segments, status, connector_id, service_id, created_at)"
                + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            values)
        == 1;
  }

  private void insertEvent(Received message, MessageStatus status, String detail)
      throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO event (message_id, at, status, detail) VALUES (?,?,?,?)",
        List.of(message.id().bytes(), message.at(), status.code(), detail));
  }

  private static String story(
      Received message, Optional<ServicePattern> service, Optional<String> client) {
    String parts = message.segments() > 1 ? " in %d parts".formatted(message.segments()) : "";
    return "from %s%s; service %s; %s"
        .formatted(
            message.connector(),
            parts,
            service.map(ServicePattern::name).orElse("not recognised"),
            client.map(id -> "number of client " + id).orElse("the number belongs to no client"));
  }

  private static JsonObject data(Received message, Optional<ServicePattern> service) {
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

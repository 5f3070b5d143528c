package io.chasqui.app.ledger;

import io.chasqui.app.webhooks.PendingEvent;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;

/** What a client's webhook is told when an outgoing message ends. The text stays with us. */
final class StatusPush {
  private StatusPush() {}

  static PendingEvent of(OutgoingRow row, Instant at, Optional<String> detail) {
    String status = row.progress().status().apiName();
    JsonArrayBuilder segments = Json.createArrayBuilder();
    row.progress()
        .segments()
        .forEach(
            segment ->
                segments.add(
                    Json.createObjectBuilder()
                        .add("part", segment.part())
                        .add("status", segment.status().apiName())));
    JsonObjectBuilder data =
        Json.createObjectBuilder()
            .add("id", row.progress().id().toString())
            .add("direction", "outbound")
            .add("from", row.from())
            .add("to", row.to())
            .add("status", status)
            .add("at", at.toString());
    row.clientReference().ifPresent(reference -> data.add("client_reference", reference));
    detail.ifPresent(text -> data.add("detail", text));
    data.add("segments", segments);
    return new PendingEvent(
        row.clientId(), row.progress().id(), "message." + status, at, data.build());
  }
}

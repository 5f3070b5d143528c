package io.chasqui.app.ledger;

import io.chasqui.app.webhooks.PendingEvent;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a client's webhook is told when an outgoing message ends. The text stays with us. */
final class StatusPush {
  /** Made once: finding the provider means a look into every jar. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private StatusPush() {}

  static PendingEvent of(OutgoingRow row, Instant at, Optional<String> detail) {
    String status = row.progress().status().apiName();
    JsonArrayBuilder segments = JSON.createArrayBuilder();
    row.progress()
        .segments()
        .forEach(
            segment ->
                segments.add(
                    JSON.createObjectBuilder()
                        .add("part", segment.part())
                        .add("status", segment.status().apiName())));
    JsonObjectBuilder data =
        JSON.createObjectBuilder()
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

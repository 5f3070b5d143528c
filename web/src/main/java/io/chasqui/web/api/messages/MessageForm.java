package io.chasqui.web.api.messages;

import io.chasqui.app.ledger.MessageView;
import io.chasqui.web.api.JsonOutput;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A message in JSON. */
final class MessageForm {
  private MessageForm() {}

  /** As it stands in a list. */
  static JsonObject line(MessageView message) {
    return fields(message).add("segment_count", message.segmentCount()).build();
  }

  /** With its parts and its story. */
  static JsonObject whole(MessageView message) {
    JsonArrayBuilder segments = Json.createArrayBuilder();
    for (MessageView.SegmentView segment : message.segments()) {
      JsonObjectBuilder json = Json.createObjectBuilder().add("part", segment.part());
      JsonOutput.put(json, "carrier_message_id", segment.carrierMessageId());
      segments.add(json.add("status", segment.status()));
    }
    JsonArrayBuilder events = Json.createArrayBuilder();
    for (MessageView.EventView event : message.events()) {
      events.add(
          Json.createObjectBuilder()
              .add("at", event.at().toString())
              .add("status", event.status())
              .add("detail", event.detail()));
    }
    return fields(message).add("segments", segments).add("events", events).build();
  }

  private static JsonObjectBuilder fields(MessageView message) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", message.id().toString())
            .add("direction", message.direction().apiName())
            .add("from", message.from())
            .add("to", message.to());
    JsonOutput.put(json, "text", message.text());
    json.add("status", message.status().apiName()).add("encoding", message.alphabet().apiName());
    JsonOutput.put(json, "service", message.service());
    JsonOutput.put(json, "client_reference", message.clientReference());
    return json.add("created_at", message.createdAt().toString());
  }
}

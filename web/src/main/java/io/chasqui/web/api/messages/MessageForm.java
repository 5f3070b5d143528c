package io.chasqui.web.api.messages;

import io.chasqui.app.ledger.MessageView;
import io.chasqui.web.api.JsonOutput;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** A message in JSON. */
final class MessageForm {
  /** Made once: finding the provider means a look into every jar. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private MessageForm() {}

  /** As it stands in a list. */
  static JsonObject line(MessageView message) {
    return fields(message).add("segment_count", message.segmentCount()).build();
  }

  /** With its parts and its story. */
  static JsonObject whole(MessageView message) {
    JsonArrayBuilder segments = JSON.createArrayBuilder();
    for (MessageView.SegmentView segment : message.segments()) {
      JsonObjectBuilder json = JSON.createObjectBuilder().add("part", segment.part());
      JsonOutput.put(json, "carrier_message_id", segment.carrierMessageId());
      segments.add(json.add("status", segment.status()));
    }
    JsonArrayBuilder events = JSON.createArrayBuilder();
    for (MessageView.EventView event : message.events()) {
      events.add(
          JSON.createObjectBuilder()
              .add("at", event.at().toString())
              .add("status", event.status())
              .add("detail", event.detail()));
    }
    return fields(message).add("segments", segments).add("events", events).build();
  }

  private static JsonObjectBuilder fields(MessageView message) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
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

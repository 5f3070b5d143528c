package io.chasqui.app.webhooks;

import io.chasqui.domain.delivery.DeliveryId;
import io.chasqui.domain.message.MessageId;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Something a client is to be told.
 *
 * @param type as {@code message.delivered}; letters, digits, underscores and dots
 * @param at when it happened
 * @param data what the webhook's {@code data} will hold
 */
public record PendingEvent(
    String clientId, MessageId messageId, String type, Instant at, JsonObject data) {
  /** Made once: finding the provider means a look into every jar. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  DeliveryId deliveryId() {
    return DeliveryId.of(messageId, type);
  }

  /** The octets to sign are these, so they are written once and never again. */
  String body() {
    return JSON.createObjectBuilder()
        .add("type", type)
        .add("timestamp", at.truncatedTo(ChronoUnit.MILLIS).toString())
        .add("data", data)
        .build()
        .toString();
  }
}

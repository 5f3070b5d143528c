package io.chasqui.simulator;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The simulator's values as JSON, in snake_case. */
final class JsonForms {

  private JsonForms() {}

  /**
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  static MobileOriginated message(byte[] utf8) {
    JsonObject object = object(new String(utf8, StandardCharsets.UTF_8));
    Coding coding =
        object.get("coding") == null ? Coding.AUTO : Coding.parse(text(object, "coding"));
    return MobileOriginated.of(text(object, "from"), text(object, "to"), text(object, "text"))
        .in(coding);
  }

  private static JsonObject object(String json) {
    try {
      JsonValue value = Json.parse(json);
      if (value.isObject()) {
        return value.asObject();
      }
    } catch (ParseException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  private static String text(JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException("'" + name + "' must be a string");
    }
    return value.asString();
  }

  static JsonObject of(Counters c, List<BoundSession> sessions) {
    return new JsonObject()
        .add("submits", c.submits())
        .add("answered", c.answered())
        .add("refused", c.refused())
        .add("unanswered", c.unanswered())
        .add("in_flight", c.inFlight())
        .add("peak_in_flight", c.peakInFlight())
        .add("receipts", c.receipts())
        .add("receipts_waiting", c.receiptsWaiting())
        .add("receipt_failures", c.receiptFailures())
        .add("receipts_given_up", c.receiptsGivenUp())
        .add("messages_originated", c.messagesOriginated())
        .add("sessions", sessions(sessions));
  }

  private static JsonArray sessions(List<BoundSession> sessions) {
    JsonArray array = new JsonArray();
    for (BoundSession s : sessions) {
      array.add(
          new JsonObject()
              .add("system_id", s.systemId())
              .add("mode", s.mode())
              .add("peer", s.peer()));
    }
    return array;
  }

  static JsonArray submits(List<ReceivedSubmit> submits) {
    JsonArray array = new JsonArray();
    submits.forEach(s -> array.add(of(s)));
    return array;
  }

  private static JsonObject of(ReceivedSubmit s) {
    return new JsonObject()
        .add("at", s.at().toString())
        .add("system_id", s.systemId())
        .add("source", of(s.source()))
        .add("destination", of(s.destination()))
        .add("esm_class", s.esmClass())
        .add("data_coding", s.dataCoding())
        .add("registered_delivery", s.registeredDelivery())
        .add("user_data", HexFormat.of().formatHex(s.userData()))
        .add("text", s.text())
        .add("message_id", s.messageId())
        .add("status", s.status());
  }

  private static JsonObject of(SmsAddress a) {
    return new JsonObject().add("ton", a.ton()).add("npi", a.npi()).add("value", a.value());
  }

  static JsonArray receipts(List<SentReceipt> receipts) {
    JsonArray array = new JsonArray();
    for (SentReceipt r : receipts) {
      array.add(
          new JsonObject()
              .add("at", r.at().toString())
              .add("system_id", r.systemId())
              .add("message_id", r.messageId())
              .add("state", r.state().name())
              .add("attempt", r.attempt())
              .add("answer", r.answer()));
    }
    return array;
  }
}

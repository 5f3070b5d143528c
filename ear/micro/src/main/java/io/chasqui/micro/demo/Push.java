package io.chasqui.micro.demo;

import jakarta.json.JsonObject;

/** A webhook call that arrived. */
record Push(JsonObject event, boolean signed) {
  String type() {
    return event.getString("type", "");
  }

  JsonObject data() {
    return event.getJsonObject("data");
  }

  /** Whether it tells this of that message. */
  boolean tells(String type, String key, String value) {
    return type().equals(type) && value.equals(data().getString(key, ""));
  }
}

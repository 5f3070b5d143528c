package io.chasqui.web.api.trace;

import io.chasqui.app.options.Words;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.web.api.input.Fields;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** A trace in JSON. */
public final class TraceForm {
  private TraceForm() {}

  /** {@code enabled}, and {@code content} unless the messages' content is to be masked. */
  public static TraceMode read(Fields fields) {
    if (!fields.has("enabled")) {
      fields.wrong("enabled", "is missing");
    }
    boolean enabled = fields.flag("enabled", false);
    boolean content = fields.flag("content", false);
    fields.check();
    if (!enabled) {
      return TraceMode.OFF;
    }
    return content ? TraceMode.WITH_CONTENT : TraceMode.MASKED;
  }

  public static JsonObject write(TraceMode mode, List<TracedPdu> recent) {
    JsonArrayBuilder pdus = Json.createArrayBuilder();
    recent.forEach(pdu -> pdus.add(json(pdu)));
    return Json.createObjectBuilder()
        .add("enabled", mode.isOn())
        .add("content", mode == TraceMode.WITH_CONTENT)
        .add("data", pdus)
        .build();
  }

  private static JsonObject json(TracedPdu pdu) {
    JsonObjectBuilder fields = Json.createObjectBuilder();
    pdu.fields().forEach(field -> fields.add(field.name(), field.value()));
    return Json.createObjectBuilder()
        .add("at", pdu.at().toString())
        .add("direction", Words.of(pdu.direction()))
        .add("session", pdu.session())
        .add("command", pdu.command())
        .add("status", pdu.status())
        .add("sequence", pdu.sequence())
        .add("fields", fields)
        .build();
  }
}

package io.chasqui.web.api.messages;

import io.chasqui.app.intake.SubmitBatch;
import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.web.api.problem.FieldError;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Many messages in one request, told of one by one and in their order.
 *
 * @param batch the valid ones of the entries, by their places
 */
record BatchSubmission(List<BatchEntry> entries, SubmitBatch batch) implements Submission {
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());
  private static final int OCTETS_AN_ENTRY = 100;

  static BatchSubmission of(List<BatchEntry> entries) {
    SortedMap<Integer, SubmitRequest> valid = new TreeMap<>();
    for (int place = 0; place < entries.size(); place++) {
      if (entries.get(place) instanceof BatchEntry.Valid entry) {
        valid.put(place, entry.request());
      }
    }
    return new BatchSubmission(entries, new SubmitBatch(valid));
  }

  @Override
  public String answer(MessageId id) {
    StringWriter text = new StringWriter(entries.size() * OCTETS_AN_ENTRY);
    try (JsonGenerator json = GENERATORS.createGenerator(text)) {
      json.writeStartObject();
      json.write("accepted", batch.size());
      json.write("refused", entries.size() - batch.size());
      json.writeStartArray("messages");
      for (int place = 0; place < entries.size(); place++) {
        write(json, entries.get(place), SubmitBatch.id(id, place));
      }
      json.writeEnd().writeEnd();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, BatchEntry entry, MessageId id) {
    json.writeStartObject();
    if (entry instanceof BatchEntry.Valid valid) {
      json.write("id", id.toString());
      json.write("status", MessageStatus.ACCEPTED.apiName());
      json.write("encoding", valid.request().encoded().alphabet().apiName());
      json.write("segments", valid.request().encoded().segmentCount());
    } else {
      json.write("status", "refused");
      json.writeStartArray("errors");
      ((BatchEntry.Wrong) entry).errors().forEach(error -> write(json, error));
      json.writeEnd();
    }
    json.writeEnd();
  }

  private static void write(JsonGenerator json, FieldError error) {
    json.writeStartObject()
        .write("field", error.field())
        .write("detail", error.detail())
        .writeEnd();
  }
}

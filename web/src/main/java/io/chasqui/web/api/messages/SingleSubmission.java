package io.chasqui.web.api.messages;

import io.chasqui.app.intake.SubmitBatch;
import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.util.Map;

/** One message. */
record SingleSubmission(SubmitRequest request) implements Submission {
  /** Made once: finding the provider means a look into every jar. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  @Override
  public SubmitBatch batch() {
    return SubmitBatch.of(request);
  }

  @Override
  public String answer(MessageId id) {
    return JSON.createObjectBuilder()
        .add("id", id.toString())
        .add("status", MessageStatus.ACCEPTED.apiName())
        .add("encoding", request.encoded().alphabet().apiName())
        .add("segments", request.encoded().segmentCount())
        .build()
        .toString();
  }
}

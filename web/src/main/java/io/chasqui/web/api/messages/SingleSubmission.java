package io.chasqui.web.api.messages;

import io.chasqui.app.intake.SubmitBatch;
import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import jakarta.json.Json;

/** One message. */
record SingleSubmission(SubmitRequest request) implements Submission {
  @Override
  public SubmitBatch batch() {
    return SubmitBatch.of(request);
  }

  @Override
  public String answer(MessageId id) {
    return Json.createObjectBuilder()
        .add("id", id.toString())
        .add("status", MessageStatus.ACCEPTED.apiName())
        .add("encoding", request.encoded().alphabet().apiName())
        .add("segments", request.encoded().segmentCount())
        .build()
        .toString();
  }
}

package io.chasqui.web.api.messages;

import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.web.api.problem.FieldError;
import java.util.List;

/** What one entry of a batch came to. */
sealed interface BatchEntry {
  /** It can be sent. */
  record Valid(SubmitRequest request) implements BatchEntry {}

  /** It cannot, for what is wrong with its fields; the others are sent nevertheless. */
  record Wrong(List<FieldError> errors) implements BatchEntry {}
}

package io.chasqui.web.api.messages;

import io.chasqui.app.intake.SubmitBatch;
import io.chasqui.domain.message.MessageId;

/** What a request asks to be sent, and how it is answered once that is accepted. */
interface Submission {
  /** What can be sent of it; not empty. */
  SubmitBatch batch();

  /**
   * The body of the 202.
   *
   * @param id under which the batch was accepted
   */
  String answer(MessageId id);
}

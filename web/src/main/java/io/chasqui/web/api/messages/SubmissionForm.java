package io.chasqui.web.api.messages;

import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.address.Sender;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.web.api.input.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A message to be sent, in JSON. */
final class SubmissionForm {
  /** More than any text that fits 255 segments: longer ones are told how long they are. */
  static final int LONGEST_TEXT = 50_000;

  private static final int A_DAY = 24 * 60;
  private static final int A_WEEK = 7 * A_DAY;
  private static final Duration FARTHEST_SCHEDULE = Duration.ofDays(30);

  private SubmissionForm() {}

  /**
   * @throws RuntimeException a 422 problem naming every field that is wrong
   */
  static SubmitRequest read(String clientId, Fields fields, Instant now) {
    Msisdn to = fields.readRequired("to", 20, Msisdn::of);
    return toAnyone(clientId, fields, now).apply(to);
  }

  /** As above but for the recipient, for a text that goes to many. */
  static Function<Msisdn, SubmitRequest> toAnyone(String clientId, Fields fields, Instant now) {
    Address from = fields.readRequired("from", 21, Sender::of);
    String text = fields.text("text", LONGEST_TEXT);
    Optional<EncodedText> encoded = fields.convert("text", text, EncodedText::of);
    Optional<String> reference = fields.optionalText("client_reference", 100);
    int validity = fields.number("validity_minutes", A_DAY, 1, A_WEEK);
    Optional<Instant> scheduleAt = fields.instant("schedule_at");
    if (scheduleAt.filter(at -> at.isAfter(now.plus(FARTHEST_SCHEDULE))).isPresent()) {
      fields.wrong("schedule_at", "is more than 30 days ahead");
    }
    fields.check();
    EncodedText sent = encoded.orElseThrow();
    return to ->
        new SubmitRequest(
            clientId, from, to, text, sent, reference, Duration.ofMinutes(validity), scheduleAt);
  }
}

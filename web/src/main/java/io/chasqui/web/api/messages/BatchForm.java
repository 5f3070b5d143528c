package io.chasqui.web.api.messages;

import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.api.problem.FieldError;
import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.api.problem.ProblemException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many messages in one document: either {@code messages}, each with the fields of a single one, or
 * those fields once with a list of recipients in {@code to}. Read as it comes, entry by entry.
 */
final class BatchForm {
  /** Entries of a request. */
  static final int MOST = 1_000;

  private final String clientId;
  private final Instant now;
  private final List<BatchEntry> entries = new ArrayList<>();

  /** Of an entry's field within the document, by its place and its name. */
  private String wherever = "messages[%d].%s";

  private BatchForm(String clientId, Instant now) {
    this.clientId = clientId;
    this.now = now;
  }

  /**
   * @throws RuntimeException a problem: 400 when the document cannot be read, 422 when nothing of
   *     it can be sent
   */
  static BatchSubmission read(String clientId, byte[] body, Instant now) {
    BatchForm form = new BatchForm(clientId, now);
    form.read(Body.fields(body, Map.of("messages", form::readMessages)));
    BatchSubmission submission = BatchSubmission.of(form.entries);
    if (submission.batch().size() == 0) {
      throw Problem.invalid(form.errors()).asException();
    }
    return submission;
  }

  private void read(Fields fields) {
    if (!entries.isEmpty()) {
      fields.check();
      return;
    }
    if (!fields.has("to")) {
      throw Paging.wrong("messages", "must be a list of 1-%d messages".formatted(MOST));
    }
    wherever = "to[%d]";
    Optional<List<JsonValue>> recipients = fields.values("to", MOST).map(List::copyOf);
    Function<Msisdn, SubmitRequest> letter = SubmissionForm.toAnyone(clientId, fields, now);
    recipients.orElseThrow().forEach(to -> entries.add(recipient(to, letter)));
  }

  private void readMessages(JsonParser parser) {
    if (parser.currentEvent() != JsonParser.Event.START_ARRAY) {
      throw Paging.wrong("messages", "must be a list of 1-%d messages".formatted(MOST));
    }
    while (parser.next() != JsonParser.Event.END_ARRAY) {
      if (entries.size() == MOST) {
        throw Paging.wrong("messages", "has more than %d entries".formatted(MOST));
      }
      entries.add(message(parser));
    }
  }

  private BatchEntry message(JsonParser parser) {
    if (parser.currentEvent() != JsonParser.Event.START_OBJECT) {
      parser.getValue();
      return wrong("message", "must be an object");
    }
    Fields fields = Body.fields(parser);
    try {
      return new BatchEntry.Valid(SubmissionForm.read(clientId, fields, now));
    } catch (ProblemException wrong) {
      return new BatchEntry.Wrong(wrong.problem().errors());
    }
  }

  private static BatchEntry recipient(JsonValue to, Function<Msisdn, SubmitRequest> letter) {
    if (!(to instanceof JsonString text)) {
      return wrong("to", "must be a text");
    }
    try {
      return new BatchEntry.Valid(letter.apply(Msisdn.of(text.getString())));
    } catch (IllegalArgumentException e) {
      return wrong("to", e.getMessage());
    }
  }

  private static BatchEntry wrong(String field, String detail) {
    return new BatchEntry.Wrong(List.of(new FieldError(field, detail)));
  }

  private List<FieldError> errors() {
    return IntStream.range(0, entries.size()).boxed().flatMap(this::errors).toList();
  }

  private Stream<FieldError> errors(int place) {
    return ((BatchEntry.Wrong) entries.get(place))
        .errors().stream()
            .map(error -> new FieldError(wherever.formatted(place, error.field()), error.detail()));
  }
}

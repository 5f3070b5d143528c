package io.chasqui.web.api.messages;

import io.chasqui.app.accounts.Allowance;
import io.chasqui.app.accounts.HourlyAllowance;
import io.chasqui.app.intake.IdempotencyKeys;
import io.chasqui.app.intake.IdempotencyKeys.Claim;
import io.chasqui.app.intake.Intake;
import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.app.operations.AuthenticatedKey;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.api.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;

/** Carries a submission out, once under an idempotency key. */
@ApplicationScoped
class Submissions {
  private static final int LONGEST_KEY = 255;

  @Inject private Intake intake;
  @Inject private HourlyAllowance allowance;
  @Inject private IdempotencyKeys idempotency;

  /** Answers the body of the 202. */
  String submit(AuthenticatedKey caller, SubmitRequest request) {
    take(caller);
    return answer(intake.accept(request), request);
  }

  /**
   * As above, unless the client's key was used before.
   *
   * @param body as it came: the same key with another body is refused
   */
  String submit(AuthenticatedKey caller, String key, byte[] body, SubmitRequest request) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Paging.wrong("Idempotency-Key", "must have 1-255 characters");
    }
    Claim claim = idempotency.claim(caller.clientId(), key, sha256(body));
    if (claim instanceof Claim.Answered answered) {
      return answered.answer();
    }
    if (claim instanceof Claim.Fresh fresh) {
      return once(caller, key, () -> first(caller, fresh.id(), request));
    }
    throw claim instanceof Claim.UnderWay
        ? Problem.of(409, "Under way", "the first request with this Idempotency-Key is under way")
            .asException()
        : Problem.of(422, "Key reused", "this Idempotency-Key was used for another request")
            .asException();
  }

  private String first(AuthenticatedKey caller, MessageId id, SubmitRequest request) {
    take(caller);
    return answer(intake.accept(id, request), request);
  }

  private String once(AuthenticatedKey caller, String key, Supplier<String> work) {
    String answer;
    try {
      answer = work.get();
    } catch (RuntimeException refused) {
      idempotency.release(caller.clientId(), key);
      throw refused;
    }
    idempotency.answered(caller.clientId(), key, answer);
    return answer;
  }

  private void take(AuthenticatedKey caller) {
    Allowance allowed = allowance.take(caller.keyId(), caller.messagesPerHour(), 1);
    if (!allowed.granted()) {
      throw Problem.of(429, "Too many", "this key has sent its messages for the hour")
          .with("Retry-After", Long.toString(Math.max(1, allowed.retryAfter().toSeconds())))
          .asException();
    }
  }

  private static String answer(MessageId id, SubmitRequest request) {
    return Json.createObjectBuilder()
        .add("id", id.toString())
        .add("status", MessageStatus.ACCEPTED.apiName())
        .add("encoding", request.encoded().alphabet().apiName())
        .add("segments", request.encoded().segmentCount())
        .build()
        .toString();
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.chasqui.web.api.messages;

import io.chasqui.app.accounts.Allowance;
import io.chasqui.app.accounts.HourlyAllowance;
import io.chasqui.app.intake.IdempotencyKeys;
import io.chasqui.app.intake.IdempotencyKeys.Claim;
import io.chasqui.app.intake.Intake;
import io.chasqui.app.intake.IntakeBusyException;
import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.app.operations.AuthenticatedKey;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.api.problem.ProblemException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries a submission out, once under an idempotency key. */
@ApplicationScoped
class Submissions {
  private static final System.Logger LOG = System.getLogger("io.chasqui.api");
  private static final int LONGEST_KEY = 255;

  /** Made once: finding the provider means a look into every jar. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  /** A key that a request of this process is using. */
  private record KeyInUse(String clientId, String key) {}

  private final Set<KeyInUse> inUse = ConcurrentHashMap.newKeySet();

  @Inject Intake intake;
  @Inject HourlyAllowance allowance;
  @Inject IdempotencyKeys idempotency;

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
    KeyInUse use = new KeyInUse(caller.clientId(), key);
    // However long the first request takes: while it runs here, it is under way.
    if (!inUse.add(use)) {
      throw underWay();
    }
    try {
      return claimed(caller, key, idempotency.claim(caller.clientId(), key, sha256(body)), request);
    } finally {
      inUse.remove(use);
    }
  }

  private String claimed(AuthenticatedKey caller, String key, Claim claim, SubmitRequest request) {
    if (claim instanceof Claim.Answered answered) {
      return answered.answer();
    }
    if (claim instanceof Claim.Fresh fresh) {
      return first(caller, key, fresh.id(), request);
    }
    if (claim instanceof Claim.Abandoned abandoned) {
      return again(caller, key, abandoned.id(), request);
    }
    throw claim instanceof Claim.UnderWay
        ? underWay()
        : Problem.of(422, "Key reused", "this Idempotency-Key was used for another request")
            .asException();
  }

  /** The first request died before its answer was stored; its message may be on its way. */
  private String again(AuthenticatedKey caller, String key, MessageId id, SubmitRequest request) {
    return switch (intake.standing(id)) {
      case ACCEPTED -> stored(caller, key, id, request);
      case NOT_ACCEPTED -> first(caller, key, id, request);
      case UNDECIDED -> throw underWay();
    };
  }

  private String first(AuthenticatedKey caller, String key, MessageId id, SubmitRequest request) {
    try {
      take(caller);
      intake.accept(id, request);
    } catch (ProblemException | IntakeBusyException refused) {
      idempotency.release(caller.clientId(), key);
      throw refused;
    }
    return stored(caller, key, id, request);
  }

  private String stored(AuthenticatedKey caller, String key, MessageId id, SubmitRequest request) {
    String answer = answer(id, request);
    try {
      idempotency.answered(caller.clientId(), key, answer);
      intake.answered(id);
    } catch (EJBException notStored) {
      // The message is accepted all the same, and a repetition finds that out.
      LOG.log(Level.WARNING, "api: an answer was not stored under its key", notStored);
    }
    return answer;
  }

  private static ProblemException underWay() {
    return Problem.of(
            409, "Under way", "the first request with this Idempotency-Key is under way; try again")
        .asException();
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
    return JSON.createObjectBuilder()
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

package io.chasqui.web.api.messages;

import io.chasqui.app.accounts.Allowance;
import io.chasqui.app.accounts.HourlyAllowance;
import io.chasqui.app.intake.IdempotencyKeys;
import io.chasqui.app.intake.IdempotencyKeys.Claim;
import io.chasqui.app.intake.Intake;
import io.chasqui.app.intake.IntakeBusyException;
import io.chasqui.app.operations.AuthenticatedKey;
import io.chasqui.domain.message.MessageId;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.api.problem.ProblemException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries a submission out, once under an idempotency key. */
@ApplicationScoped
class Submissions {
  private static final System.Logger LOG = System.getLogger("io.chasqui.api");
  private static final int LONGEST_KEY = 255;

  /** A key that a request of this process is using. */
  private record KeyInUse(String clientId, String key) {}

  private final Set<KeyInUse> inUse = ConcurrentHashMap.newKeySet();

  @Inject Intake intake;
  @Inject HourlyAllowance allowance;
  @Inject IdempotencyKeys idempotency;

  /** Answers the body of the 202. */
  String submit(AuthenticatedKey caller, Submission submission) {
    take(caller, submission);
    try {
      return submission.answer(intake.accept(submission.batch()));
    } catch (IntakeBusyException refused) {
      giveBack(caller, submission);
      throw refused;
    }
  }

  /**
   * As above, unless the client's key was used before.
   *
   * @param body as it came: the same key with another body is refused
   */
  String submit(AuthenticatedKey caller, String key, byte[] body, Submission submission) {
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Paging.wrong("Idempotency-Key", "must have 1-255 characters");
    }
    KeyInUse use = new KeyInUse(caller.clientId(), key);
    // However long the first request takes: while it runs here, it is under way.
    if (!inUse.add(use)) {
      throw underWay();
    }
    try {
      return claimed(
          caller, key, idempotency.claim(caller.clientId(), key, sha256(body)), submission);
    } finally {
      inUse.remove(use);
    }
  }

  private String claimed(AuthenticatedKey caller, String key, Claim claim, Submission submission) {
    if (claim instanceof Claim.Answered answered) {
      return answered.answer();
    }
    if (claim instanceof Claim.Fresh fresh) {
      return first(caller, key, fresh.id(), submission);
    }
    if (claim instanceof Claim.Abandoned abandoned) {
      return again(caller, key, abandoned.id(), submission);
    }
    throw claim instanceof Claim.UnderWay
        ? underWay()
        : Problem.of(422, "Key reused", "this Idempotency-Key was used for another request")
            .asException();
  }

  /** The first request died before its answer was stored; its message may be on its way. */
  private String again(AuthenticatedKey caller, String key, MessageId id, Submission submission) {
    return switch (intake.standing(id)) {
      case ACCEPTED -> stored(caller, key, id, submission);
      case NOT_ACCEPTED -> first(caller, key, id, submission);
      case UNDECIDED -> throw underWay();
    };
  }

  private String first(AuthenticatedKey caller, String key, MessageId id, Submission submission) {
    try {
      take(caller, submission);
    } catch (ProblemException refused) {
      idempotency.release(caller.clientId(), key);
      throw refused;
    }
    try {
      intake.accept(id, submission.batch());
    } catch (IntakeBusyException refused) {
      giveBack(caller, submission);
      idempotency.release(caller.clientId(), key);
      throw refused;
    }
    return stored(caller, key, id, submission);
  }

  private String stored(AuthenticatedKey caller, String key, MessageId id, Submission submission) {
    String answer = submission.answer(id);
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

  /** All of it or nothing: a batch is not cut to what is left of the hour. */
  private void take(AuthenticatedKey caller, Submission submission) {
    int messages = submission.batch().size();
    Allowance allowed = allowance.take(caller.keyId(), caller.messagesPerHour(), messages);
    if (!allowed.granted()) {
      throw Problem.of(429, "Too many", tooMany(caller, messages))
          .with("Retry-After", Long.toString(Math.max(1, allowed.retryAfter().toSeconds())))
          .asException();
    }
  }

  private static String tooMany(AuthenticatedKey caller, int messages) {
    return messages == 1
        ? "this key has sent its messages for the hour"
        : "%d messages are more than this key may still send of its %d in the hour"
            .formatted(messages, caller.messagesPerHour());
  }

  private void giveBack(AuthenticatedKey caller, Submission submission) {
    allowance.giveBack(caller.keyId(), caller.messagesPerHour(), submission.batch().size());
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.chasqui.web.api.problem;

import io.chasqui.app.intake.IntakeBusyException;
import io.chasqui.app.intake.IntakeUnsureException;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.message.MessageId;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Every exception as a problem. What nobody foresaw is logged under an id that the client gets. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOG = System.getLogger("io.chasqui.api");

  /** An embedded database that died is back after about this long. */
  private static final Duration DATABASE_RETRY = Duration.ofSeconds(5);

  @Override
  public Response toResponse(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof WebApplicationException status) {
        return problem(status).toResponse();
      }
      Problem known = known(cause);
      if (known != null) {
        return known.toResponse();
      }
    }
    return unforeseen(thrown).toResponse();
  }

  private static Problem known(Throwable cause) {
    if (cause instanceof ProblemException ours) {
      return ours.problem();
    }
    if (cause instanceof NoSuchThingException) {
      return Problem.notFound(cause.getMessage());
    }
    if (cause instanceof ConflictException) {
      return Problem.of(409, "Conflict", cause.getMessage());
    }
    if (cause instanceof InvalidFieldException field) {
      return Problem.invalid(List.of(new FieldError(field.field(), field.getMessage())));
    }
    if (cause instanceof SQLIntegrityConstraintViolationException
        || cause instanceof OptimisticLockException) {
      return Problem.of(409, "Conflict", "somebody else changed it at the same time; try again");
    }
    if (cause instanceof IntakeBusyException busy) {
      return Problem.of(503, "Busy", busy.getMessage() + "; the message was not accepted")
          .with("Retry-After", Long.toString(busy.retryAfter().toSeconds()));
    }
    if (cause instanceof IntakeUnsureException unsure) {
      return unsure(unsure.id());
    }
    return isLostDatabase(cause) ? withoutDatabase(cause) : null;
  }

  /** By the driver's word, by the pool's, which gives no SQLState, or at the commit. */
  private static boolean isLostDatabase(Throwable cause) {
    return cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLException pools && pools.getSQLState() == null
        || cause instanceof SystemException;
  }

  /** Health says the same and for how long; each request's stack would bury it. */
  private static Problem withoutDatabase(Throwable cause) {
    LOG.log(Level.WARNING, "api: a request met no database: {0}", cause.getMessage());
    return Problem.of(503, "Busy", "the gateway's database cannot be reached now; try again")
        .with("Retry-After", Long.toString(DATABASE_RETRY.toSeconds()));
  }

  /** 504, not 503: a client that sends the same again on a 503 would send it twice. */
  private static Problem unsure(MessageId id) {
    return Problem.of(
            504,
            "Unsure",
            "the message may have been accepted: look it up by its id in a minute, or repeat the"
                + " request with the Idempotency-Key it had")
        .about("id", id.toString());
  }

  private static Problem problem(WebApplicationException thrown) {
    Response response = thrown.getResponse();
    Response.StatusType status = response.getStatusInfo();
    Problem problem = Problem.of(status.getStatusCode(), status.getReasonPhrase(), detail(status));
    String allow = response.getHeaderString("Allow");
    return allow == null ? problem : problem.with("Allow", allow);
  }

  private static String detail(Response.StatusType status) {
    return switch (status.getStatusCode()) {
      case 404 -> "there is nothing at this path";
      case 405 -> "this path does not take this method";
      case 406 -> "this path answers application/json only";
      case 415 -> "send Content-Type: application/json";
      default -> status.getReasonPhrase();
    };
  }

  private static Problem unforeseen(Throwable thrown) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "api: request failed, error " + id, thrown);
    return Problem.of(500, "Internal error", "error " + id + "; it is in the gateway's log");
  }
}

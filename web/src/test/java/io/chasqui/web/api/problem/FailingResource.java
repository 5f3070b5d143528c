package io.chasqui.web.api.problem;

import io.chasqui.app.intake.IntakeBusyException;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.web.security.Anyone;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;

/** Fails as use cases do, wrapped as the container wraps what comes out of them. */
@Path("/failures")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class FailingResource {
  /** What can go wrong. */
  public enum Failure {
    MISSING(new NoSuchThingException("client", "x")),
    CONFLICT(new ConflictException("the client has numbers")),
    FIELD(new InvalidFieldException("port", "must be 1-65535")),
    BUSY(new IntakeBusyException("the intake is full", Duration.ofSeconds(7))),
    TWICE(
        new EJBException(
            new PersistenceException(new SQLIntegrityConstraintViolationException("key")))),
    OUTDATED(new EJBException(new OptimisticLockException("version"))),
    UNFORESEEN(new EJBException(new IllegalStateException("jdbc:mariadb://10.0.0.1")));

    private final transient RuntimeException exception;

    Failure(RuntimeException exception) {
      this.exception = exception;
    }
  }

  @GET
  @Path("/{failure}")
  @Anyone
  public String fail(@PathParam("failure") Failure failure) {
    throw failure.exception;
  }

  @POST
  @Anyone
  @Consumes(MediaType.APPLICATION_JSON)
  public void take(String body) {
    // never called: tests send another media type
  }

  /** Says nothing about whom it lets through. */
  @GET
  @Path("/of/nobody")
  public String forgotten() {
    return "reached";
  }
}

package io.chasqui.web.api.messages;

import io.chasqui.app.ledger.MessageQuery;
import io.chasqui.app.ledger.MessageView;
import io.chasqui.app.ledger.Messages;
import io.chasqui.app.operations.AuthenticatedKey;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.withdrawal.TakingBack;
import io.chasqui.domain.account.Scope;
import io.chasqui.domain.message.Direction;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.security.Caller;
import io.chasqui.web.security.ClientScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Messages, out and in. */
@Path("/messages")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class MessagesResource {
  private static final int DEFAULT_LIMIT = 50;

  @Inject private Submissions submissions;
  @Inject private Messages messages;
  @Inject private TakingBack takingBack;
  @Inject private Directory directory;
  @Inject private Clock clock;

  /** 202 once the message is durable. */
  @POST
  @ClientScope(value = Scope.SEND, administratorsToo = false)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response send(
      @Context ContainerRequestContext request,
      @HeaderParam("Idempotency-Key") String key,
      InputStream body)
      throws IOException {
    AuthenticatedKey caller = ((Caller.Client) Caller.of(request)).key();
    byte[] octets = Body.read(body);
    Submission submission =
        new SingleSubmission(
            SubmissionForm.read(caller.clientId(), Body.fields(octets), clock.instant()));
    String answer =
        key == null
            ? submissions.submit(caller, submission)
            : submissions.submit(caller, key, octets, submission);
    return Response.accepted(answer).build();
  }

  /** Sends nothing, keeps nothing, counts against no allowance. */
  @POST
  @Path("/preview")
  @ClientScope(Scope.SEND)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What a text would be sent as",
      description =
          "Takes text, and connector to know it for that connector rather than as at acceptance."
              + " Answers encoding, segments, characters (septets, of which those of the extension"
              + " table take two, or UTF-16 units), how many a segment has room for and the last"
              + " has left, the characters GSM 7-bit lacks with what could stand in for each,"
              + " what replacing them would give, and why the text would be refused.")
  public JsonObject preview(InputStream body) throws IOException {
    return PreviewForm.answer(Body.fields(body), directory.current());
  }

  /** With its parts and its whole story. */
  @GET
  @Path("/{id}")
  @ClientScope(Scope.READ)
  public JsonObject get(@Context ContainerRequestContext request, @PathParam("id") String id) {
    return messages
        .find(id(id), Caller.of(request).clientId())
        .map(MessageForm::whole)
        .orElseThrow(() -> unknown(id));
  }

  /**
   * Takes a message back that has not left; answers it as it stands then. 409 when it has left, or
   * may have; 503 when that cannot be told now, and nothing is promised.
   */
  @DELETE
  @Path("/{id}")
  @ClientScope(Scope.SEND)
  public JsonObject cancel(@Context ContainerRequestContext request, @PathParam("id") String id) {
    Optional<String> clientId = Caller.of(request).clientId();
    MessageView message = messages.find(id(id), clientId).orElseThrow(() -> unknown(id));
    String cause = clientId.isPresent() ? "taken back by its client" : "taken back by an operator";
    return switch (takingBack.cancel(List.of(message.id()), cause).get(message.id())) {
      case DONE -> get(request, id);
      case TOO_LATE -> throw tooLate(id);
      case NOT_NOW -> throw notNow();
    };
  }

  /** Newest first. */
  @GET
  @ClientScope(Scope.READ)
  public JsonObject list(
      @Context ContainerRequestContext request,
      @QueryParam("direction") String direction,
      @QueryParam("status") String status,
      @QueryParam("number") String number,
      @QueryParam("service") String service,
      @QueryParam("since") String since,
      @QueryParam("until") String until,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    MessageQuery query =
        new MessageQuery(
            Caller.of(request).clientId(),
            read("direction", direction, text -> Direction.ofApiName(text).orElseThrow()),
            read("status", status, text -> MessageStatus.ofApiName(text).orElseThrow()),
            Optional.ofNullable(number),
            Optional.ofNullable(service),
            read("since", since, MessagesResource::instant),
            read("until", until, MessagesResource::instant),
            read("cursor", cursor, text -> MessageId.of(Paging.decode(text))),
            Paging.limit(limit, DEFAULT_LIMIT, MessageQuery.LARGEST_LIMIT));
    List<MessageView> found = messages.list(query);
    boolean more = found.size() > query.limit();
    List<MessageView> page = more ? found.subList(0, query.limit()) : found;
    Optional<String> next =
        more ? Optional.of(page.get(page.size() - 1).id().toString()) : Optional.empty();
    return Paging.page(page, next, MessageForm::line);
  }

  private static <T> Optional<T> read(String name, String text, Function<String, T> reading) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(text));
    } catch (IllegalArgumentException | DateTimeException | NoSuchElementException e) {
      throw Paging.wrong(name, "'" + text + "' is not a " + name);
    }
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static MessageId id(String text) {
    try {
      return MessageId.of(text);
    } catch (IllegalArgumentException e) {
      throw unknown(text);
    }
  }

  private static RuntimeException tooLate(String id) {
    return Problem.of(409, "Conflict", "message '" + id + "' has left, may have, or has ended")
        .asException();
  }

  private static RuntimeException notNow() {
    return Problem.of(503, "Busy", "it cannot be told now whether it can be taken back; try again")
        .with("Retry-After", "2")
        .asException();
  }

  private static RuntimeException unknown(String id) {
    return Problem.notFound("there is no message '" + id + "'").asException();
  }
}

package io.chasqui.web.api.messages;

import io.chasqui.app.operations.AuthenticatedKey;
import io.chasqui.domain.account.Scope;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.security.Caller;
import io.chasqui.web.security.ClientScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many messages in one request. */
@Path("/messages/batch")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class BatchResource {
  /** Octets, 4 MB: a thousand messages of a few parts each. */
  private static final int LARGEST = 4 << 20;

  @Inject private Submissions submissions;
  @Inject private Clock clock;

  /** 202 once those that are valid are durable, all of them by one transaction. */
  @POST
  @ClientScope(value = Scope.SEND, administratorsToo = false)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Sends up to 1000 messages",
      description =
          "Either {\"messages\": [...]}, each with the fields of a single message, or those fields"
              + " once with a list of recipients in \"to\". Each entry is checked on its own; the"
              + " answer's messages[] tells of each in its place: id, encoding and segments, or"
              + " status \"refused\" with its errors[]. An Idempotency-Key is of the whole batch.")
  @APIResponse(responseCode = "202", description = "Those that are valid are durable")
  @APIResponse(responseCode = "400", description = "The document is not JSON, or not an object")
  @APIResponse(responseCode = "413", description = "The document has more than 4 MB")
  @APIResponse(responseCode = "422", description = "No entry is valid; nothing was accepted")
  @APIResponse(
      responseCode = "429",
      description = "More than the key may send in this hour; nothing was accepted")
  @APIResponse(responseCode = "503", description = "Busy, see Retry-After; nothing was accepted")
  @APIResponse(
      responseCode = "504",
      description = "Nobody knows whether it was accepted; repeat it under its Idempotency-Key")
  public Response send(
      @Context ContainerRequestContext request,
      @HeaderParam("Idempotency-Key") String key,
      InputStream body)
      throws IOException {
    AuthenticatedKey caller = ((Caller.Client) Caller.of(request)).key();
    byte[] octets = Body.read(body, LARGEST);
    BatchSubmission batch = BatchForm.read(caller.clientId(), octets, clock.instant());
    String answer =
        key == null
            ? submissions.submit(caller, batch)
            : submissions.submit(caller, key, octets, batch);
    return Response.accepted(answer).build();
  }
}

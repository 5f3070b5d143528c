package io.chasqui.web.api.erasures;

import io.chasqui.app.retention.Erasures;
import io.chasqui.domain.account.Scope;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.security.Caller;
import io.chasqui.web.security.ClientScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erasure of what all messages from and to a number say. */
@Path("/erasures")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class ErasuresResource {
  @Inject private Erasures erasures;

  @POST
  @ClientScope(Scope.SEND)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Erases the texts of a number's messages",
      description =
          "Of a client's own messages, for an administrator of all. Answers how many were erased,"
              + " how many will be once their messages have ended, and whether that was all; else"
              + " the request is to be repeated.")
  public JsonObject erase(@Context ContainerRequestContext request, InputStream body)
      throws IOException {
    Fields fields = Body.fields(body);
    String number = fields.text("number", 21);
    fields.check();
    Caller caller = Caller.of(request);
    Erasures.Erased erased = erasures.eraseNumber(number, caller.clientId(), caller.name());
    return Json.createObjectBuilder()
        .add("number", number)
        .add("erased", erased.erased())
        .add("later", erased.later())
        .add("complete", erased.complete())
        .build();
  }
}

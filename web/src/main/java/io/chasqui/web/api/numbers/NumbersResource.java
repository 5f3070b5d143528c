package io.chasqui.web.api.numbers;

import io.chasqui.app.accounts.Numbers;
import io.chasqui.domain.account.PhoneNumber;
import io.chasqui.domain.account.Scope;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.web.api.JsonOutput;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.security.AdministratorOnly;
import io.chasqui.web.security.Caller;
import io.chasqui.web.security.ClientScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Numbers and the clients they belong to. */
@Path("/numbers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Numbers")
public class NumbersResource {
  @Inject private Numbers numbers;

  @POST
  @AdministratorOnly
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    Msisdn number = fields.readRequired("number", 20, Msisdn::of);
    String client = fields.text("client_id", 26);
    fields.check();
    return JsonOutput.created(json(numbers.create(number, client)));
  }

  /** All for an administrator; a client's own for a client. */
  @GET
  @ClientScope(Scope.READ)
  public JsonObject list(
      @Context ContainerRequestContext request,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    Optional<String> client = Caller.of(request).clientId();
    return client.isPresent()
        ? Paging.page(numbers.ofClient(client.get()), Optional.empty(), NumbersResource::json)
        : Paging.page(numbers.list(Paging.request(cursor, limit)), NumbersResource::json);
  }

  @GET
  @Path("/{number}")
  @AdministratorOnly
  public JsonObject get(@PathParam("number") String number) {
    return json(numbers.get(msisdn(number)));
  }

  @PUT
  @Path("/{number}")
  @AdministratorOnly
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject assign(@PathParam("number") String number, InputStream body)
      throws IOException {
    Fields fields = Body.fields(body);
    String client = fields.text("client_id", 26);
    fields.check();
    return json(numbers.assign(msisdn(number), client));
  }

  @DELETE
  @Path("/{number}")
  @AdministratorOnly
  public void delete(@PathParam("number") String number) {
    numbers.delete(msisdn(number));
  }

  private static Msisdn msisdn(String text) {
    try {
      return Msisdn.of(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("there is no number '" + text + "'").asException();
    }
  }

  private static JsonObject json(PhoneNumber number) {
    return Json.createObjectBuilder()
        .add("number", number.number().value())
        .add("client_id", number.clientId())
        .add("created_at", number.createdAt().toString())
        .build();
  }
}

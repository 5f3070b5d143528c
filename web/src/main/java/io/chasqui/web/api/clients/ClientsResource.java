package io.chasqui.web.api.clients;

import io.chasqui.app.accounts.Clients;
import io.chasqui.domain.account.Client;
import io.chasqui.web.api.JsonOutput;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.security.AdministratorOnly;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Clients. */
@Path("/clients")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
public class ClientsResource {
  @Inject private Clients clients;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    String name = fields.text("name", 100);
    fields.check();
    return JsonOutput.created(json(clients.create(name)));
  }

  @GET
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return Paging.page(clients.list(Paging.request(cursor, limit)), ClientsResource::json);
  }

  @GET
  @Path("/{id}")
  public JsonObject get(@PathParam("id") String id) {
    return json(clients.get(id));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    String name = fields.text("name", 100);
    boolean active = fields.flag("active", true);
    fields.check();
    return json(clients.change(id, name, active));
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    clients.delete(id);
  }

  private static JsonObject json(Client client) {
    return Json.createObjectBuilder()
        .add("id", client.id())
        .add("name", client.name())
        .add("active", client.isActive())
        .add("created_at", client.createdAt().toString())
        .build();
  }
}

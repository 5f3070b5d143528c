package io.chasqui.web.api.services;

import io.chasqui.app.operations.Services;
import io.chasqui.domain.classification.ServicePattern;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.operations.Service;
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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Services: patterns by which incoming messages are recognised, lowest priority number first. */
@Path("/services")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Services")
public class ServicesResource {
  @Inject private Services services;
  @Inject private Clock clock;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    ServicePattern pattern = pattern(MessageId.next(clock).toString(), fields);
    fields.check();
    return JsonOutput.created(json(services.create(pattern)));
  }

  @GET
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    return Paging.page(services.list(Paging.request(cursor, limit)), ServicesResource::json);
  }

  @GET
  @Path("/{id}")
  public JsonObject get(@PathParam("id") String id) {
    return json(services.get(id));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    boolean active = fields.flag("active", true);
    ServicePattern pattern = pattern(id, fields);
    fields.check();
    return json(services.change(pattern, active));
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    services.delete(id);
  }

  private static ServicePattern pattern(String id, Fields fields) {
    String name = fields.text("name", 100);
    int priority = fields.number("priority", 0, 0, 1_000_000);
    return fields.readRequired(
        "pattern", 1000, regex -> ServicePattern.of(id, name, priority, regex));
  }

  private static JsonObject json(Service service) {
    return Json.createObjectBuilder()
        .add("id", service.id())
        .add("name", service.name())
        .add("pattern", service.pattern())
        .add("priority", service.priority())
        .add("active", service.isActive())
        .add("created_at", service.createdAt().toString())
        .build();
  }
}

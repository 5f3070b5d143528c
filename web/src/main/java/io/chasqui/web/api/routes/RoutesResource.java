package io.chasqui.web.api.routes;

import io.chasqui.app.routing.Routes;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.routing.Route;
import io.chasqui.web.api.JsonOutput;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.security.AdministratorOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Routes. There is the default one, of order 0; a second POST to it replaces its connectors. */
@Path("/routes")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Routes")
public class RoutesResource {
  private static final int MOST_CONNECTORS = 30;

  @Inject private Routes routes;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    fields.number("order", 0, 0, 0);
    String kind = fields.optionalText("kind", 20).orElse("default");
    if (!kind.equals("default")) {
      fields.wrong("kind", "must be default; there is no other yet");
    }
    List<ConnectorId> connectors = connectors(fields);
    fields.check();
    boolean exists = routes.list().stream().anyMatch(each -> each.position() == 0);
    return exists
        ? Response.ok(json(routes.change(0, connectors))).build()
        : JsonOutput.created(json(routes.createDefault(connectors)));
  }

  @GET
  public JsonObject list() {
    return Paging.page(routes.list(), Optional.empty(), RoutesResource::json);
  }

  @GET
  @Path("/{order}")
  public JsonObject get(@PathParam("order") int order) {
    return json(routes.get(order));
  }

  @PUT
  @Path("/{order}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("order") int order, InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    List<ConnectorId> connectors = connectors(fields);
    fields.check();
    return json(routes.change(order, connectors));
  }

  @DELETE
  @Path("/{order}")
  public void delete(@PathParam("order") int order) {
    routes.delete(order);
  }

  private static List<ConnectorId> connectors(Fields fields) {
    return fields.texts("connectors", MOST_CONNECTORS).stream()
        .flatMap(text -> fields.convert("connectors", text, ConnectorId::of).stream())
        .toList();
  }

  private static JsonObject json(Route route) {
    JsonArrayBuilder connectors = Json.createArrayBuilder();
    route.connectors().forEach(id -> connectors.add(id.value()));
    return Json.createObjectBuilder()
        .add("order", route.position())
        .add("kind", route.kind().name().toLowerCase(Locale.ROOT))
        .add("connectors", connectors)
        .add("created_at", route.createdAt().toString())
        .build();
  }
}

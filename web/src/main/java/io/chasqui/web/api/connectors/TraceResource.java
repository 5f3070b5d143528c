package io.chasqui.web.api.connectors;

import io.chasqui.app.dispatch.Links;
import io.chasqui.app.operations.Connectors;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.trace.TraceForm;
import io.chasqui.web.security.AdministratorOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The last PDUs of a connector's link, while they are kept. */
@Path("/connectors/{id}/trace")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
public class TraceResource {
  @Inject private Connectors connectors;
  @Inject private Links links;

  @GET
  public JsonObject get(@PathParam("id") String id) {
    return json(existing(id));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, InputStream body) throws IOException {
    ConnectorId connector = existing(id);
    links.trace(connector, TraceForm.read(Body.fields(body)));
    return json(connector);
  }

  private ConnectorId existing(String id) {
    return connectors.get(ConnectorPath.id(id)).id();
  }

  private JsonObject json(ConnectorId connector) {
    return TraceForm.write(links.traceMode(connector), links.recent(connector));
  }
}

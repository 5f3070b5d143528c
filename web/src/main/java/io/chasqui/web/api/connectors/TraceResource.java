package io.chasqui.web.api.connectors;

import io.chasqui.app.dispatch.Links;
import io.chasqui.app.operations.Connectors;
import io.chasqui.app.options.Words;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.security.AdministratorOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
    links.trace(connector, mode(Body.fields(body)));
    return json(connector);
  }

  private ConnectorId existing(String id) {
    return connectors.get(ConnectorPath.id(id)).id();
  }

  static TraceMode mode(Fields fields) {
    if (!fields.has("enabled")) {
      fields.wrong("enabled", "is missing");
    }
    boolean enabled = fields.flag("enabled", false);
    boolean content = fields.flag("content", false);
    fields.check();
    if (!enabled) {
      return TraceMode.OFF;
    }
    return content ? TraceMode.WITH_CONTENT : TraceMode.MASKED;
  }

  private JsonObject json(ConnectorId connector) {
    TraceMode mode = links.traceMode(connector);
    JsonArrayBuilder pdus = Json.createArrayBuilder();
    links.recent(connector).forEach(pdu -> pdus.add(json(pdu)));
    return Json.createObjectBuilder()
        .add("enabled", mode.isOn())
        .add("content", mode == TraceMode.WITH_CONTENT)
        .add("data", pdus)
        .build();
  }

  private static JsonObject json(TracedPdu pdu) {
    JsonObjectBuilder fields = Json.createObjectBuilder();
    pdu.fields().forEach(field -> fields.add(field.name(), field.value()));
    return Json.createObjectBuilder()
        .add("at", pdu.at().toString())
        .add("direction", Words.of(pdu.direction()))
        .add("session", pdu.session())
        .add("command", pdu.command())
        .add("status", pdu.status())
        .add("sequence", pdu.sequence())
        .add("fields", fields)
        .build();
  }
}

package io.chasqui.web.api.connectors;

import io.chasqui.app.dispatch.Links;
import io.chasqui.app.dispatch.ModemDesk;
import io.chasqui.app.operations.ConnectorSwitch;
import io.chasqui.app.operations.Connectors;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.UnusableConnector;
import io.chasqui.app.operations.WaitingMessages;
import io.chasqui.app.receipts.CarrierReadings;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkStatus;
import io.chasqui.domain.operations.Connector;
import io.chasqui.web.api.JsonOutput;
import io.chasqui.web.api.input.Body;
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
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Connectors and their state. */
@Path("/connectors")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
public class ConnectorsResource {
  @Inject private Connectors connectors;
  @Inject private ConnectorSwitch lever;
  @Inject private Links links;
  @Inject private ModemDesk desk;
  @Inject private WaitingMessages waiting;
  @Inject private Directory directory;
  @Inject private CarrierReadings readings;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(InputStream body) throws IOException {
    return JsonOutput.created(json(connectors.create(ConnectorForm.read(Body.fields(body)))));
  }

  @GET
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    Map<ConnectorId, Long> counts = waiting.byConnector();
    return Paging.page(
        connectors.list(Paging.request(cursor, limit)),
        connector -> json(connector, counts.getOrDefault(connector.id(), 0L)));
  }

  @GET
  @Path("/{id}")
  public JsonObject get(@PathParam("id") String id) {
    return json(connectors.get(ConnectorPath.id(id)));
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, InputStream body) throws IOException {
    return json(connectors.change(ConnectorForm.read(ConnectorPath.id(id), Body.fields(body))));
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    connectors.delete(ConnectorPath.id(id));
  }

  @POST
  @Path("/{id}/start")
  public JsonObject start(@PathParam("id") String id) {
    return json(lever.start(ConnectorPath.id(id)));
  }

  @POST
  @Path("/{id}/stop")
  public JsonObject stop(@PathParam("id") String id) {
    return json(lever.stop(ConnectorPath.id(id)));
  }

  @POST
  @Path("/{id}/restart")
  public JsonObject restart(@PathParam("id") String id) {
    return json(lever.restart(ConnectorPath.id(id)));
  }

  private JsonObject json(Connector connector) {
    return json(connector, waiting.of(connector.id()));
  }

  private JsonObject json(Connector connector, long count) {
    JsonObject settings = ConnectorForm.write(connector, status(connector.id()), count);
    return connector.kind().isModem()
        ? Json.createObjectBuilder(settings)
            .addAll(ModemsJson.summary(desk.modems(connector.id())))
            .build()
        : Json.createObjectBuilder(settings)
            .add("dialect", ConnectorInsight.dialect(readings.of(connector.id())))
            .add("figures", ConnectorInsight.figures(links.figures(connector.id())))
            .build();
  }

  private LinkStatus status(ConnectorId id) {
    return Optional.ofNullable(directory.current().unusable().get(id))
        .map(UnusableConnector::status)
        .orElseGet(() -> links.status(id));
  }
}

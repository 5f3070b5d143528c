package io.chasqui.web.api.connectors;

import io.chasqui.app.dispatch.ModemDesk;
import io.chasqui.app.operations.Connectors;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.modem.ModemDuty;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.security.AdministratorOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The modems of a connector that runs: how they are, and what may be done with each. */
@Path("/connectors/{id}/modems")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
public class ModemsResource {
  /** 3GPP TS 22.030, 6.5.2, bounded as a USSD string is. */
  private static final Pattern USSD = Pattern.compile("[*#0-9]{1,160}");

  @Inject private Connectors connectors;
  @Inject private ModemDesk desk;

  @GET
  public JsonObject list(@PathParam("id") String id) {
    return Paging.page(desk.modems(existing(id)), Optional.empty(), ModemsJson::json);
  }

  /** Gives it nothing more to send; it ends what it has begun and goes on receiving. */
  @POST
  @Path("/{modem}/drain")
  public JsonObject drain(@PathParam("id") String id, @PathParam("modem") String modem) {
    return ModemsJson.json(desk.assign(existing(id), modem, ModemDuty.DRAINED));
  }

  /** Gives its device back, after what it has begun. */
  @POST
  @Path("/{modem}/maintain")
  public JsonObject maintain(@PathParam("id") String id, @PathParam("modem") String modem) {
    return ModemsJson.json(desk.assign(existing(id), modem, ModemDuty.MAINTENANCE));
  }

  /** Back to service. */
  @POST
  @Path("/{modem}/resume")
  public JsonObject resume(@PathParam("id") String id, @PathParam("modem") String modem) {
    return ModemsJson.json(desk.assign(existing(id), modem, ModemDuty.IN_SERVICE));
  }

  /** Restarts its device. */
  @POST
  @Path("/{modem}/reset")
  public JsonObject reset(@PathParam("id") String id, @PathParam("modem") String modem) {
    return ModemsJson.json(desk.reset(existing(id), modem));
  }

  /** {@code {"request":"*100#"}}: asks its network, and waits a minute at most. */
  @POST
  @Path("/{modem}/ussd")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject ussd(
      @PathParam("id") String id, @PathParam("modem") String modem, InputStream body)
      throws IOException {
    Fields fields = Body.fields(body);
    String request = fields.text("request", 160);
    if (!USSD.matcher(request).matches()) {
      fields.wrong("request", "must be of *, # and digits, such as *100#");
    }
    fields.check();
    return Json.createObjectBuilder()
        .add("answer", desk.ussd(existing(id), modem, request))
        .build();
  }

  private ConnectorId existing(String id) {
    return connectors.get(ConnectorPath.id(id)).id();
  }
}

package io.chasqui.web.api.clients;

import io.chasqui.app.esme.EsmeTraces;
import io.chasqui.app.esme.SmppAccounts;
import io.chasqui.domain.esme.SystemId;
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

/** The last PDUs of an account's sessions, while they are kept. */
@Path("/clients/{client}/smpp-accounts/{system_id}/trace")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
public class SmppAccountTraceResource {
  @Inject private SmppAccounts accounts;
  @Inject private EsmeTraces traces;

  @GET
  public JsonObject get(
      @PathParam("client") String client, @PathParam("system_id") String systemId) {
    return json(existing(client, systemId));
  }

  /** Content is masked unless asked for; the gateway's stop ends the trace. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(
      @PathParam("client") String client, @PathParam("system_id") String systemId, InputStream body)
      throws IOException {
    SystemId account = existing(client, systemId);
    traces.change(account, TraceForm.read(Body.fields(body)));
    return json(account);
  }

  private SystemId existing(String client, String systemId) {
    return accounts.get(client, SmppAccountPath.id(systemId)).systemId();
  }

  private JsonObject json(SystemId account) {
    return TraceForm.write(traces.mode(account), traces.recent(account));
  }
}

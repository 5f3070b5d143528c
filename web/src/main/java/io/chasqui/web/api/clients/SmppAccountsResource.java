package io.chasqui.web.api.clients;

import io.chasqui.app.esme.EsmeSessions;
import io.chasqui.app.esme.SmppAccounts;
import io.chasqui.app.outbox.EsmeDispatcher;
import io.chasqui.domain.esme.SmppAccount;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A client's ways in by SMPP, with their sessions and what waits for them. */
@Path("/clients/{client}/smpp-accounts")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
public class SmppAccountsResource {
  @Inject private SmppAccounts accounts;
  @Inject private EsmeSessions sessions;
  @Inject private EsmeDispatcher outbox;
  @Inject private Clock clock;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@PathParam("client") String client, InputStream body) throws IOException {
    return JsonOutput.created(
        json(accounts.create(client, SmppAccountForm.read(Body.fields(body)))));
  }

  @GET
  public JsonObject list(@PathParam("client") String client) {
    return Paging.page(accounts.list(client), Optional.empty(), this::json);
  }

  @GET
  @Path("/{system_id}")
  public JsonObject get(
      @PathParam("client") String client, @PathParam("system_id") String systemId) {
    return json(accounts.get(client, SmppAccountPath.id(systemId)));
  }

  /** Without a password the account keeps the one it has. */
  @PUT
  @Path("/{system_id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(
      @PathParam("client") String client, @PathParam("system_id") String systemId, InputStream body)
      throws IOException {
    return json(
        accounts.change(
            client, SmppAccountForm.read(SmppAccountPath.id(systemId), Body.fields(body))));
  }

  @DELETE
  @Path("/{system_id}")
  public void delete(@PathParam("client") String client, @PathParam("system_id") String systemId) {
    accounts.delete(client, SmppAccountPath.id(systemId));
  }

  /** Ends its sessions; it may bind again at once, unless it is switched off. */
  @POST
  @Path("/{system_id}/disconnect")
  public JsonObject disconnect(
      @PathParam("client") String client, @PathParam("system_id") String systemId) {
    SmppAccount account = accounts.get(client, SmppAccountPath.id(systemId));
    int ended = sessions.disconnect(account.systemId(), "an operator asked for it");
    return Json.createObjectBuilder().add("disconnected", ended).build();
  }

  @GET
  @Path("/{system_id}/sessions")
  public JsonObject sessions(
      @PathParam("client") String client, @PathParam("system_id") String systemId) {
    SmppAccount account = accounts.get(client, SmppAccountPath.id(systemId));
    return Paging.page(sessions.of(account.systemId()), Optional.empty(), SmppAccountForm::write);
  }

  private JsonObject json(SmppAccount account) {
    return SmppAccountForm.write(
        account,
        sessions.of(account.systemId()).size(),
        outbox.backlog(account.systemId()),
        clock.instant());
  }
}

package io.chasqui.web.api.clients;

import io.chasqui.app.accounts.ApiKeys;
import io.chasqui.app.accounts.IssuedKey;
import io.chasqui.app.accounts.NewApiKey;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.account.ApiKey;
import io.chasqui.domain.account.Scope;
import io.chasqui.web.api.JsonOutput;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.security.AdministratorOnly;
import io.chasqui.web.security.Caller;
import io.chasqui.web.security.ClientScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A client's keys. The secret is in the answer to its creation and nowhere else. */
@Path("/clients/{client}/api-keys")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
public class ApiKeysResource {
  @Inject private ApiKeys keys;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@PathParam("client") String client, InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    String name = fields.text("name", 100);
    Set<Scope> scopes =
        fields.texts("scopes", Scope.values().length).stream()
            .flatMap(word -> fields.convert("scopes", word, Scope::of).stream())
            .collect(Collectors.toSet());
    int perHour = fields.number("messages_per_hour", 0, 0, Integer.MAX_VALUE);
    fields.check();
    IssuedKey issued = keys.create(client, new NewApiKey(name, scopes, perHour));
    return JsonOutput.created(json(issued.key()).add("key", issued.secret().text()).build());
  }

  /** A client's own for a client; of another it learns nothing, not even that it exists. */
  @GET
  @ClientScope(Scope.READ)
  public JsonObject list(
      @Context ContainerRequestContext request, @PathParam("client") String client) {
    requireOwn(request, client);
    return Paging.page(keys.list(client), Optional.empty(), key -> json(key).build());
  }

  @GET
  @Path("/{id}")
  @ClientScope(Scope.READ)
  public JsonObject get(
      @Context ContainerRequestContext request,
      @PathParam("client") String client,
      @PathParam("id") String id) {
    requireOwn(request, client);
    return json(keys.get(client, id)).build();
  }

  /** Revokes it: it stays in the list and opens nothing. */
  @DELETE
  @Path("/{id}")
  public void revoke(@PathParam("client") String client, @PathParam("id") String id) {
    keys.revoke(client, id);
  }

  private static void requireOwn(ContainerRequestContext request, String client) {
    boolean own = Caller.of(request).clientId().map(client::equals).orElse(true);
    if (!own) {
      throw new NoSuchThingException("client", client);
    }
  }

  static JsonObjectBuilder json(ApiKey key) {
    JsonArrayBuilder scopes = Json.createArrayBuilder();
    key.scopes().stream().sorted().map(Scope::word).forEach(scopes::add);
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", key.id())
            .add("name", key.name())
            .add("prefix", key.prefix())
            .add("scopes", scopes)
            .add("messages_per_hour", key.messagesPerHour())
            .add("created_at", key.createdAt().toString());
    JsonOutput.put(json, "revoked_at", key.revokedAt().map(Instant::toString));
    return json;
  }
}

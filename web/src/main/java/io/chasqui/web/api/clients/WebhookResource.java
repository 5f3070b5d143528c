package io.chasqui.web.api.clients;

import io.chasqui.app.accounts.ConfiguredWebhook;
import io.chasqui.app.accounts.WebhookEndpoint;
import io.chasqui.app.accounts.Webhooks;
import io.chasqui.domain.account.Webhook;
import io.chasqui.domain.account.WebhookFormat;
import io.chasqui.domain.account.WebhookSecret;
import io.chasqui.web.api.JsonOutput;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.security.AdministratorOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a client is told of its messages. */
@Path("/clients/{client}/webhook")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clients")
public class WebhookResource {
  @Inject private Webhooks webhooks;

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject put(@PathParam("client") String client, InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    URI url = fields.readRequired("url", 2000, text -> Webhook.checked(uri(text)));
    Optional<WebhookSecret> secret = fields.read("secret", 120, WebhookSecret::of);
    WebhookFormat format =
        fields.read("format", 20, WebhookFormat::of).orElse(WebhookFormat.STANDARD);
    fields.check();
    ConfiguredWebhook done = webhooks.put(client, new WebhookEndpoint(url, secret, format));
    JsonObjectBuilder json = json(done.webhook());
    JsonOutput.put(json, "secret", done.newSecret().map(WebhookSecret::text));
    return json.build();
  }

  @GET
  public JsonObject get(@PathParam("client") String client) {
    return json(webhooks.get(client)).build();
  }

  @DELETE
  public void delete(@PathParam("client") String client) {
    webhooks.delete(client);
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is not a URL such as https://example.com/hook", e);
    }
  }

  private static JsonObjectBuilder json(Webhook webhook) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("url", webhook.url().toString())
            .add("format", webhook.format().word())
            .add("enabled", webhook.isEnabled())
            .add("created_at", webhook.createdAt().toString());
    JsonOutput.put(json, "disabled_reason", webhook.disabledReason());
    return json;
  }
}

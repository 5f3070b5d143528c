package io.chasqui.web.api.auth;

import io.chasqui.app.accounts.Administrators;
import io.chasqui.app.accounts.BearerTokens;
import io.chasqui.app.accounts.IssuedTokens;
import io.chasqui.web.api.input.Body;
import io.chasqui.web.api.input.Fields;
import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.security.AdministratorOnly;
import io.chasqui.web.security.Anyone;
import io.chasqui.web.security.ApiGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Bearer tokens for administrators. */
@Path("/auth")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Administrators")
public class AuthResource {
  @Inject private Administrators administrators;
  @Inject private BearerTokens tokens;
  @Context private HttpServletRequest request;

  /** For anyone, since the body carries the credentials. */
  @POST
  @Path("/login")
  @Anyone
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject login(InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    String username = fields.text("username", 64);
    String password = fields.text("password", 1000);
    fields.check();
    String user =
        ApiGuard.granted(administrators.signIn(username, password, request.getRemoteAddr()));
    return json(tokens.issue(user));
  }

  /** For anyone, since the refresh token is the credential. It works once. */
  @POST
  @Path("/refresh")
  @Anyone
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject refresh(InputStream body) throws IOException {
    Fields fields = Body.fields(body);
    String token = fields.text("refresh_token", 200);
    fields.check();
    return json(
        tokens
            .refresh(token)
            .orElseThrow(
                () ->
                    Problem.of(401, "Unauthorized", "the refresh token is not valid any more")
                        .asException()));
  }

  /** Ends the access token it is called with, and its refresh token. */
  @POST
  @Path("/logout")
  @AdministratorOnly
  public void logout(@HeaderParam("Authorization") String authorization) {
    if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      tokens.revoke(authorization.substring(7).strip());
    }
  }

  private static JsonObject json(IssuedTokens issued) {
    return Json.createObjectBuilder()
        .add("access_token", issued.access())
        .add("refresh_token", issued.refresh())
        .add("token_type", "bearer")
        .add("expires_in", issued.expiresIn().toSeconds())
        .build();
  }
}

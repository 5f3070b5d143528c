package io.chasqui.web.security;

import io.chasqui.app.accounts.Administrators;
import io.chasqui.app.accounts.ApiKeys;
import io.chasqui.app.accounts.BearerTokens;
import io.chasqui.app.accounts.SignIn;
import io.chasqui.web.api.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * Lets nobody through to a method that does not say whom it lets through. Cookies are not looked
 * at, and calls that a browser makes for a page elsewhere are refused, since it would add a Basic
 * password it remembers.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class ApiGuard implements ContainerRequestFilter {
  @Inject private Administrators administrators;
  @Inject private BearerTokens tokens;
  @Inject private ApiKeys keys;

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    if ("cross-site".equals(request.getHeaderString("Sec-Fetch-Site"))) {
      throw Problem.of(403, "Forbidden", "not for pages of other sites").asException();
    }
    Method method = resource.getResourceMethod();
    if (method != null && method.isAnnotationPresent(Anyone.class)) {
      return;
    }
    Caller caller = caller(request);
    if (method == null || !mayCall(caller, method, resource.getResourceClass())) {
      throw Problem.of(403, "Forbidden", forbidden(caller)).asException();
    }
    request.setProperty(Caller.PROPERTY, caller);
  }

  private static boolean mayCall(Caller caller, Method method, Class<?> type) {
    ClientScope scope = method.getAnnotation(ClientScope.class);
    if (caller instanceof Caller.Client client) {
      return scope != null && client.key().scopes().contains(scope.value());
    }
    return scope != null
        ? scope.administratorsToo()
        : method.isAnnotationPresent(AdministratorOnly.class)
            || type.isAnnotationPresent(AdministratorOnly.class);
  }

  private static String forbidden(Caller caller) {
    return caller instanceof Caller.Client
        ? "this key does not have the right for it"
        : "this is for clients; use one of their keys";
  }

  private Caller caller(ContainerRequestContext request) {
    String key = request.getHeaderString("X-API-Key");
    if (key != null) {
      return keys.authenticate(key)
          .<Caller>map(Caller.Client::new)
          .orElseThrow(() -> unauthorized("the API key is not valid"));
    }
    String authorization = request.getHeaderString("Authorization");
    if (authorization == null) {
      throw unauthorized("send X-API-Key, or Authorization as an administrator");
    }
    String scheme = authorization.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    String credentials = authorization.substring(scheme.length()).strip();
    return switch (scheme) {
      case "basic" -> basic(credentials);
      case "bearer" ->
          tokens
              .authenticate(credentials)
              .<Caller>map(Caller.Administrator::new)
              .orElseThrow(() -> unauthorized("the token is not valid or has expired"));
      default -> throw unauthorized("Authorization must be Basic or Bearer");
    };
  }

  private Caller basic(String credentials) {
    String[] pair = decode(credentials).split(":", 2);
    if (pair.length != 2) {
      throw unauthorized("Authorization: Basic needs user:password in base 64");
    }
    SignIn signIn = administrators.signIn(pair[0], pair[1], servletRequest.getRemoteAddr());
    return new Caller.Administrator(granted(signIn));
  }

  /** The user's name; else the refusal, the same for a wrong user and a wrong password. */
  public static String granted(SignIn signIn) {
    if (signIn instanceof SignIn.Granted granted) {
      return granted.username();
    }
    if (signIn instanceof SignIn.TooMany wait) {
      throw Problem.of(429, "Too many attempts", "too many wrong passwords; wait and try again")
          .with("Retry-After", Long.toString(Math.max(1, wait.retryAfter().toSeconds())))
          .asException();
    }
    throw unauthorized("user or password is wrong");
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static RuntimeException unauthorized(String detail) {
    return Problem.of(401, "Unauthorized", detail)
        .with("WWW-Authenticate", "Basic realm=\"chasqui\", charset=\"UTF-8\"")
        .asException();
  }
}

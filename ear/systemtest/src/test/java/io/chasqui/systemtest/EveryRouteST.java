package io.chasqui.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every route of the API's own description, without credentials and with a key that may not. */
class EveryRouteST {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private record Route(String method, String path) {
    boolean isSignIn() {
      return path.endsWith("/auth/login") || path.endsWith("/auth/refresh");
    }

    boolean isAClients() {
      return path.contains("/messages")
          || path.endsWith("/erasures")
          || path.endsWith("/statistics")
          || (method.equals("GET") && path.endsWith("/numbers"))
          || (method.equals("GET") && path.contains("/api-keys"));
    }
  }

  @Test
  void without_credentials_every_route_answers_401() throws Exception {
    MicroGateway gateway = MicroGateway.shared();
    List<Route> routes = routes(gateway);
    assertThat(routes).as("routes in /openapi").hasSizeGreaterThan(25);
    Api nobody = Api.anonymous(gateway.baseUri());
    for (Route route : routes) {
      if (!route.isSignIn()) {
        assertThat(call(nobody, route)).as("%s without credentials", route).isEqualTo(401);
      }
    }
  }

  @Test
  void a_clients_key_opens_nothing_of_the_administrators() throws Exception {
    MicroGateway gateway = MicroGateway.shared();
    Api client = Tenant.create(gateway.admin()).api();
    for (Route route : routes(gateway)) {
      if (!route.isSignIn() && !route.isAClients()) {
        assertThat(call(client, route)).as("%s with a client's key", route).isEqualTo(403);
      }
    }
  }

  private static int call(Api api, Route route) {
    String body = route.method().equals("GET") || route.method().equals("DELETE") ? null : "{}";
    return api.send(route.method(), route.path(), body).status();
  }

  private static List<Route> routes(MicroGateway gateway) {
    JsonObject paths =
        Api.anonymous(gateway.baseUri())
            .withHeader("Accept", "application/json")
            .get("/openapi")
            .expect(200)
            .json()
            .getJsonObject("paths");
    List<Route> routes = new ArrayList<>();
    for (String path : paths.keySet()) {
      for (String method : paths.getJsonObject(path).keySet()) {
        if (METHODS.contains(method)) {
          routes.add(
              new Route(
                  method.toUpperCase(Locale.ROOT),
                  path.replaceAll("\\{order[^}]*\\}", "0").replaceAll("\\{[^}]*\\}", "x")));
        }
      }
    }
    return routes;
  }
}

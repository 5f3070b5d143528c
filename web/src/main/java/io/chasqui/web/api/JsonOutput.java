package io.chasqui.web.api;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Small things all resources answer alike. */
public final class JsonOutput {
  private JsonOutput() {}

  /** Null when empty, rather than missing: clients see which fields there are. */
  public static void put(JsonObjectBuilder json, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> json.add(name, text), () -> json.addNull(name));
  }

  public static Response created(JsonValue entity) {
    return Response.status(Response.Status.CREATED).entity(entity).build();
  }
}

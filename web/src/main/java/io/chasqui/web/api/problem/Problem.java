package io.chasqui.web.api.problem;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An error answer (RFC 9457).
 *
 * @param members of the body beside RFC 9457's, such as the id of what it is about
 * @param headers beside the content type, such as {@code Retry-After}
 */
public record Problem(
    int status,
    String title,
    String detail,
    List<FieldError> errors,
    Map<String, String> members,
    Map<String, String> headers) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, List.of(), Map.of(), Map.of());
  }

  /** The body was understood and says something that cannot be. */
  public static Problem invalid(List<FieldError> errors) {
    String detail =
        errors.size() == 1
            ? errors.get(0).field() + ": " + errors.get(0).detail()
            : errors.size() + " fields are not valid";
    return new Problem(422, "Not valid", detail, List.copyOf(errors), Map.of(), Map.of());
  }

  public static Problem notFound(String detail) {
    return of(404, "Not found", detail);
  }

  public Problem with(String header, String value) {
    return new Problem(status, title, detail, errors, members, Map.of(header, value));
  }

  public Problem about(String member, String value) {
    return new Problem(status, title, detail, errors, Map.of(member, value), headers);
  }

  public ProblemException asException() {
    return new ProblemException(this);
  }

  public Response toResponse() {
    Response.ResponseBuilder response =
        Response.status(status).type(MEDIA_TYPE).entity(json().build().toString());
    headers.forEach(response::header);
    return response.build();
  }

  private JsonObjectBuilder json() {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "urn:chasqui:problem:" + title.toLowerCase(Locale.ROOT).replace(' ', '-'))
            .add("title", title)
            .add("status", status)
            .add("detail", detail);
    members.forEach(json::add);
    if (!errors.isEmpty()) {
      JsonArrayBuilder list = Json.createArrayBuilder();
      errors.forEach(
          error ->
              list.add(
                  Json.createObjectBuilder()
                      .add("field", error.field())
                      .add("detail", error.detail())));
      json.add("errors", list);
    }
    return json;
  }
}

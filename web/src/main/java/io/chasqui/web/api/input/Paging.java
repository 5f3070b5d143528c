package io.chasqui.web.api.input;

import io.chasqui.app.persistence.Page;
import io.chasqui.app.persistence.PageRequest;
import io.chasqui.web.api.problem.FieldError;
import io.chasqui.web.api.problem.Problem;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lists: {@code {"data":[...],"next":cursor|null}}. */
public final class Paging {
  private Paging() {}

  /** From the query's {@code cursor} and {@code limit}. */
  public static PageRequest request(String cursor, String limit) {
    int wanted = limit(limit, PageRequest.DEFAULT_LIMIT, PageRequest.MOST);
    return new PageRequest(cursor == null ? "" : decode(cursor), wanted);
  }

  /** Read here and not by JAX-RS, for which a limit that is no number is a path not found. */
  public static int limit(String limit, int unset, int most) {
    if (limit == null) {
      return unset;
    }
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with the range.
    }
    throw wrong("limit", "must be 1-" + most);
  }

  public static <T> JsonObject page(Page<T> page, Function<T, JsonObject> json) {
    return page(page.data(), page.next(), json);
  }

  public static <T> JsonObject page(
      List<T> data, Optional<String> next, Function<T, JsonObject> json) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    data.forEach(item -> list.add(json.apply(item)));
    JsonObjectBuilder page = Json.createObjectBuilder().add("data", list);
    next.ifPresentOrElse(key -> page.add("next", encode(key)), () -> page.addNull("next"));
    return page.build();
  }

  public static String decode(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong("cursor", "is not one of ours; take it from the list's next");
    }
  }

  public static RuntimeException wrong(String parameter, String detail) {
    return Problem.invalid(List.of(new FieldError(parameter, detail))).asException();
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }
}

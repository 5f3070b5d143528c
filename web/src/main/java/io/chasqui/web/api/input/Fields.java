package io.chasqui.web.api.input;

import io.chasqui.app.options.Members;
import io.chasqui.web.api.problem.FieldError;
import io.chasqui.web.api.problem.Problem;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of a request's object. Each getter remembers what is wrong and goes on with a
 * substitute; {@link #check()} then tells all of it, fields nobody asked for included.
 */
public final class Fields implements Members {
  /** Before each name in what is told: empty, or such as {@code submit.} */
  private final String path;

  private final Map<String, JsonValue> object;
  private final Set<String> asked = new HashSet<>();
  private final List<Fields> inner = new ArrayList<>();

  /** Shared with the inner ones. */
  private final List<FieldError> errors;

  Fields(Map<String, JsonValue> object) {
    this("", object, new ArrayList<>());
  }

  private Fields(String path, Map<String, JsonValue> object, List<FieldError> errors) {
    this.path = path;
    this.object = object;
    this.errors = errors;
  }

  /**
   * @throws RuntimeException a 422 problem naming every field that is wrong
   */
  public void check() {
    tellUnknown();
    checkSoFar();
  }

  private void tellUnknown() {
    object.keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(name -> wrong(name, "no such field"));
    inner.forEach(Fields::tellUnknown);
  }

  /** Ends at once when something is wrong so far, for values that depend on each other. */
  public void checkSoFar() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
  }

  @Override
  public void wrong(String field, String detail) {
    errors.add(new FieldError(path + field, detail));
  }

  /** The fields of an object within this one; what is wrong there is told with its path. */
  @Override
  public Optional<Fields> object(String name) {
    return present(name)
        .flatMap(value -> typed(name, value, JsonObject.class, "an object"))
        .map(value -> within(path + name + ".", value));
  }

  /** As above, of each object in a list. */
  @Override
  public Optional<List<Fields>> objects(String name, int most) {
    Optional<JsonArray> list =
        present(name).flatMap(value -> typed(name, value, JsonArray.class, "a list of objects"));
    if (list.isPresent() && list.get().size() > most) {
      wrong(name, "has %d entries, at most %d are allowed".formatted(list.get().size(), most));
    }
    return list.filter(value -> value.size() <= most).map(value -> each(name, value));
  }

  private List<Fields> each(String name, JsonArray list) {
    List<Fields> all = new ArrayList<>();
    for (int at = 0; at < list.size(); at++) {
      String place = "%s[%d]".formatted(name, at);
      typed(place, list.get(at), JsonObject.class, "an object")
          .ifPresent(value -> all.add(within(path + place + ".", value)));
    }
    return all;
  }

  private Fields within(String place, Map<String, JsonValue> value) {
    Fields fields = new Fields(place, value, errors);
    inner.add(fields);
    return fields;
  }

  @Override
  public boolean has(String name) {
    return present(name).isPresent();
  }

  /** Whether it is given, and said to be nothing. */
  public boolean isNull(String name) {
    asked.add(name);
    return object.get(name) == JsonValue.NULL;
  }

  public String text(String name, int longest) {
    return required(name, optionalText(name, longest), "");
  }

  @Override
  public Optional<String> optionalText(String name, int longest) {
    return present(name)
        .flatMap(value -> typed(name, value, JsonString.class, "a text"))
        .map(JsonString::getString)
        .filter(text -> fits(name, text, longest));
  }

  @Override
  public int number(String name, int unset, int least, int most) {
    return present(name)
        .flatMap(value -> typed(name, value, JsonNumber.class, "a number"))
        .flatMap(value -> within(name, value, least, most))
        .orElse(unset);
  }

  public int number(String name, int least, int most) {
    if (!has(name)) {
      wrong(name, "is missing");
    }
    return number(name, least, least, most);
  }

  public boolean flag(String name, boolean unset) {
    Optional<JsonValue> value = present(name);
    if (value.isEmpty()) {
      return unset;
    }
    boolean yes = value.get() == JsonValue.TRUE;
    if (!yes && value.get() != JsonValue.FALSE) {
      wrong(name, "must be true or false");
    }
    return yes;
  }

  public Optional<Instant> instant(String name) {
    return optionalText(name, 40)
        .flatMap(
            text -> {
              try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
              } catch (DateTimeException e) {
                wrong(name, "must be an instant such as 2026-11-22T13:00:00Z");
                return Optional.empty();
              }
            });
  }

  /** A list of texts, 1-{@code most} of them; empty when it is wrong. */
  public List<String> texts(String name, int most) {
    Optional<JsonValue> value = present(name);
    if (value.isEmpty()) {
      wrong(name, "is missing");
      return List.of();
    }
    Optional<List<String>> texts = value.flatMap(Fields::texts).filter(all -> fit(all, 1, most));
    if (texts.isEmpty()) {
      wrong(name, "must be a list of 1-%d texts".formatted(most));
    }
    return texts.orElse(List.of());
  }

  @Override
  public Optional<List<String>> optionalTexts(String name, int most) {
    Optional<JsonValue> value = present(name);
    Optional<List<String>> texts = value.flatMap(Fields::texts).filter(all -> fit(all, 0, most));
    if (value.isPresent() && texts.isEmpty()) {
      wrong(name, "must be a list of at most %d texts".formatted(most));
    }
    return texts;
  }

  private static boolean fit(List<String> texts, int least, int most) {
    return texts.size() >= least && texts.size() <= most;
  }

  private static Optional<List<String>> texts(JsonValue value) {
    return value instanceof JsonArray list && list.stream().allMatch(JsonString.class::isInstance)
        ? Optional.of(list.getValuesAs(JsonString::getString))
        : Optional.empty();
  }

  /** As above; a missing field is wrong. Null only when something is wrong. */
  public <T> T readRequired(String name, int longest, Function<String, T> reading) {
    if (!has(name)) {
      wrong(name, "is missing");
    }
    return read(name, longest, reading).orElse(null);
  }

  /** Builds a value whose constructor checks; null when it refuses, the message told of a field. */
  public <T> Optional<T> convert(String name, String text, Function<String, T> reading) {
    return build(name, () -> reading.apply(text));
  }

  /** A list of anything, 1-{@code most} values; empty when it is wrong. */
  public Optional<JsonArray> values(String name, int most) {
    Optional<JsonArray> list =
        present(name).flatMap(value -> typed(name, value, JsonArray.class, "a list"));
    if (list.filter(each -> each.isEmpty() || each.size() > most).isPresent()) {
      wrong(name, "must have 1-%d entries".formatted(most));
      return Optional.empty();
    }
    return list;
  }

  private Optional<JsonValue> present(String name) {
    asked.add(name);
    return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
  }

  private <T> Optional<T> typed(String name, JsonValue value, Class<T> type, String wanted) {
    if (!type.isInstance(value)) {
      wrong(name, "must be " + wanted);
      return Optional.empty();
    }
    return Optional.of(type.cast(value));
  }

  private String required(String name, Optional<String> value, String substitute) {
    if (!has(name)) {
      wrong(name, "is missing");
    } else if (value.isPresent() && value.get().isBlank()) {
      wrong(name, "must not be empty");
    }
    return value.orElse(substitute);
  }

  private boolean fits(String name, String text, int longest) {
    if (text.length() > longest) {
      wrong(name, "has %d characters, at most %d are allowed".formatted(text.length(), longest));
      return false;
    }
    return true;
  }

  private Optional<Integer> within(String name, JsonNumber value, int least, int most) {
    try {
      int number = value.intValueExact();
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    } catch (ArithmeticException | UnsupportedOperationException notWhole) {
      // told below, with the range; the second for exponents that Parsson does not follow
    }
    wrong(name, "must be a whole number from %d to %d".formatted(least, most));
    return Optional.empty();
  }
}

package io.chasqui.app.options;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Of a stored document: what is wrong ends the reading. */
final class StoredMembers implements Members {
  private final String path;
  private final JsonObject object;

  StoredMembers(String path, JsonObject object) {
    this.path = path;
    this.object = object;
  }

  @Override
  public boolean has(String name) {
    return present(name).isPresent();
  }

  private Optional<JsonValue> present(String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
  }

  @Override
  public Optional<String> optionalText(String name, int longest) {
    Optional<String> text = typed(name, JsonString.class).map(JsonString::getString);
    text.filter(each -> each.length() > longest)
        .ifPresent(each -> wrong(name, "has more than %d characters".formatted(longest)));
    return text;
  }

  @Override
  public int number(String name, int unset, int least, int most) {
    double number = typed(name, JsonNumber.class).map(JsonNumber::doubleValue).orElse(unset * 1.0);
    if (has(name) && (number < least || number > most || number != Math.rint(number))) {
      wrong(name, "is %s, not %d-%d".formatted(number, least, most));
    }
    return (int) number;
  }

  @Override
  public Optional<StoredMembers> object(String name) {
    return typed(name, JsonObject.class).map(inner -> new StoredMembers(path + name + ".", inner));
  }

  @Override
  public Optional<List<String>> optionalTexts(String name, int most) {
    Optional<JsonArray> list = typed(name, JsonArray.class);
    list.filter(texts -> !texts.stream().allMatch(JsonString.class::isInstance))
        .ifPresent(texts -> wrong(name, "is no list of texts"));
    return list.map(texts -> texts.getValuesAs(JsonString::getString));
  }

  @Override
  public Optional<List<StoredMembers>> objects(String name, int most) {
    return typed(name, JsonArray.class)
        .map(list -> IntStream.range(0, list.size()).mapToObj(at -> item(name, list, at)).toList());
  }

  private StoredMembers item(String name, List<JsonValue> list, int at) {
    String place = "%s%s[%d]".formatted(path, name, at);
    if (list.get(at) instanceof JsonObject inner) {
      return new StoredMembers(place + ".", inner);
    }
    throw new UnreadableOptionsException(place + " is no object");
  }

  private <T extends JsonValue> Optional<T> typed(String name, Class<T> type) {
    Optional<JsonValue> value = present(name);
    value
        .filter(each -> !type.isInstance(each))
        .ifPresent(each -> wrong(name, "is of type " + each.getValueType()));
    return value.map(type::cast);
  }

  @Override
  public void wrong(String name, String detail) {
    throw new UnreadableOptionsException(path + name + " " + detail);
  }
}

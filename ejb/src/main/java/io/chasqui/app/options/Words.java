package io.chasqui.app.options;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Enums as JSON has them: their constants in lower case. */
public final class Words {
  /** Characters of the longest word. */
  public static final int LONGEST = 30;

  private Words() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming all words there are
   */
  public static <E extends Enum<E>> E read(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be one of " + all(type)));
  }

  /** The word of a member; {@code unset} when it is left out or wrong. */
  public static <E extends Enum<E>> E read(Members members, String name, Class<E> type, E unset) {
    return members.read(name, LONGEST, text -> read(type, text)).orElse(unset);
  }

  /** A list of words; {@code unset} when it is left out or wrong. */
  public static <E extends Enum<E>> Set<E> readAll(
      Members members, String name, Class<E> type, Set<E> unset) {
    return members
        .optionalTexts(name, type.getEnumConstants().length)
        .flatMap(texts -> members.build(name, () -> set(type, texts)))
        .orElse(unset);
  }

  private static <E extends Enum<E>> Set<E> set(Class<E> type, List<String> texts) {
    return texts.stream().map(text -> read(type, text)).collect(Collectors.toSet());
  }

  static JsonArray list(Collection<? extends Enum<?>> constants) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    constants.stream().map(Words::of).sorted().forEach(list::add);
    return list.build();
  }

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
  }
}

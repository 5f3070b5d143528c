package io.chasqui.app.options;

import java.util.Arrays;
import java.util.Locale;
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

  private static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
  }
}

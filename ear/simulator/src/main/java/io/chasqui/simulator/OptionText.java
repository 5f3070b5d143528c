package io.chasqui.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Constants as they are typed on the command line: {@code upper-hex} for {@code UPPER_HEX}. */
final class OptionText {

  private OptionText() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> of(c).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(refusal(type, text)));
  }

  private static <E extends Enum<E>> String refusal(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .map(OptionText::of)
        .collect(Collectors.joining(", ", "'" + text + "' is none of ", ""));
  }
}

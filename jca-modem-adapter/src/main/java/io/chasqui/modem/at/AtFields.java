package io.chasqui.modem.at;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The values of a line such as {@code +CPMS: "SM",3,10}: quoted text, numbers, or nothing. */
final class AtFields {
  private static final int LONGEST_NUMBER = 9;

  private final List<String> values;

  private AtFields(List<String> values) {
    this.values = values;
  }

  /** Of what stands behind the line's colon. */
  static AtFields of(String line) {
    return new AtFields(split(line.substring(line.indexOf(':') + 1).trim()));
  }

  private static List<String> split(String text) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      quoted ^= c == '"';
      if (c == ',' && !quoted) {
        values.add(value.toString().trim());
        value.setLength(0);
      } else if (c != '"') {
        value.append(c);
      }
    }
    values.add(value.toString().trim());
    return values;
  }

  int count() {
    return values.size();
  }

  /** Without quotes; empty when there is none. */
  String text(int index) {
    return index < values.size() ? values.get(index) : "";
  }

  /** Empty when there is none, or none that is a number. */
  OptionalInt number(int index) {
    String text = text(index);
    boolean digits = !text.isEmpty() && text.length() <= LONGEST_NUMBER;
    return digits && text.chars().allMatch(c -> c >= '0' && c <= '9')
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}

package io.chasqui.domain.account;

/** The rule for names that people give to clients and keys. */
final class Names {
  private static final int LONGEST = 100;

  private Names() {}

  static String valid(String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST) {
      throw new IllegalArgumentException("name must have 1-%d characters".formatted(LONGEST));
    }
    return name.strip();
  }
}

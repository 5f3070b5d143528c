package io.chasqui.domain.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API key allows. */
public enum Scope {
  /** Submit messages. */
  SEND,
  /** Look up messages, numbers and keys. */
  READ;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming the word nobody knows
   */
  public static Scope of(String word) {
    return Arrays.stream(values())
        .filter(scope -> scope.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("scope '" + word + "' is not one of send, read"));
  }

  static String write(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(","));
  }

  static Set<Scope> read(String words) {
    EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : words.split(",")) {
      scopes.add(of(word));
    }
    return Set.copyOf(scopes);
  }
}

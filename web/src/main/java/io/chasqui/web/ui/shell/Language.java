package io.chasqui.web.ui.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the UI, named as its speakers name it. */
public enum Language {
  EN("English"),
  PT("Português"),
  ES("Español"),
  FR("Français"),
  DE("Deutsch");

  private final String title;

  Language(String title) {
    this.title = title;
  }

  /** ISO 639-1, e.g. {@code pt}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }

  public Locale locale() {
    return Locale.forLanguageTag(code());
  }

  public static Optional<Language> ofCode(String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  /** The first of the reader's languages that is one of ours, else English. */
  static Language preferredBy(List<Locale> accepted) {
    return accepted.stream()
        .flatMap(locale -> ofCode(locale.getLanguage()).stream())
        .findFirst()
        .orElse(EN);
  }
}

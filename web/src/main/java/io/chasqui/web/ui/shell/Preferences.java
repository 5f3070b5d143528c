package io.chasqui.web.ui.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How this browser wants its pages: three cookies that preferences.js keeps. Read on the server, so
 * that the first byte has the right language and theme.
 */
@Named
@RequestScoped
public class Preferences {
  static final String LANGUAGE_COOKIE = "chasqui-language";
  static final String THEME_COOKIE = "chasqui-theme";
  static final String ZONE_COOKIE = "chasqui-zone";

  @Inject private HttpServletRequest request;

  private Language language;
  private ZoneId zone;

  public Language getLanguage() {
    if (language == null) {
      language =
          cookie(LANGUAGE_COOKIE)
              .flatMap(Language::ofCode)
              .orElseGet(() -> Language.preferredBy(acceptedLocales()));
    }
    return language;
  }

  /** The language with the browser's own region, for dates and numbers. */
  public Locale getLocale() {
    return acceptedLocales().stream()
        .filter(accepted -> accepted.getLanguage().equals(getLanguage().code()))
        .filter(accepted -> !accepted.getCountry().isEmpty())
        .findFirst()
        .orElseGet(() -> getLanguage().locale());
  }

  public List<Language> getLanguages() {
    return List.of(Language.values());
  }

  /** {@code light}, {@code dark} or {@code auto}, which follows the operating system. */
  public String getTheme() {
    return cookie(THEME_COOKIE)
        .filter(theme -> theme.equals("light") || theme.equals("dark"))
        .orElse("auto");
  }

  /** The browser's time zone; UTC until it has told. */
  public ZoneId getZone() {
    if (zone == null) {
      zone = cookie(ZONE_COOKIE).flatMap(Preferences::zoneOf).orElse(ZoneOffset.UTC);
    }
    return zone;
  }

  private List<Locale> acceptedLocales() {
    return Collections.list(request.getLocales());
  }

  private Optional<String> cookie(String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  private static Optional<ZoneId> zoneOf(String value) {
    try {
      // The script writes / as . since a slash would need quoting.
      return Optional.of(ZoneId.of(value.replace('.', '/')));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package io.chasqui.domain.classification;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Objects;

/**
 * How messages of one service are told: the pattern occurs anywhere in the text, in any case.
 *
 * @param serviceId whose messages they are
 * @param name as people know the service
 * @param priority the smaller one is asked first
 * @param pattern RE2 syntax, so that no text makes it slow
 */
public record ServicePattern(String serviceId, String name, int priority, Pattern pattern) {
  private static final int LONGEST = 1000;
  private static final int LARGEST = 10_000;

  public ServicePattern {
    Objects.requireNonNull(serviceId);
    Objects.requireNonNull(name);
    Objects.requireNonNull(pattern);
  }

  /**
   * @param regex RE2 syntax, 1-1000 characters
   * @throws IllegalArgumentException naming what is wrong with {@code regex}
   */
  public static ServicePattern of(String serviceId, String name, int priority, String regex) {
    if (regex.isBlank() || regex.length() > LONGEST) {
      throw new IllegalArgumentException("pattern must have 1-%d characters".formatted(LONGEST));
    }
    if (PatternSize.of(regex) > LARGEST) {
      throw new IllegalArgumentException(
          "pattern '%s': its repetitions multiply to more than %d characters"
              .formatted(regex, LARGEST));
    }
    try {
      Pattern pattern = Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
      return new ServicePattern(serviceId, name, priority, pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "pattern '%s': %s".formatted(regex, e.getDescription()), e);
    }
  }

  boolean occursIn(String text) {
    return pattern.matcher(text).find();
  }
}

package io.chasqui.domain.esme;

import io.chasqui.domain.address.Address;
import java.util.regex.Pattern;

/**
 * Senders an account may use: one, or with a {@code *} at its end all that begin so.
 *
 * @param value 1-20 characters without commas, e.g. {@code MyShop}, {@code +5511*}
 */
public record SenderPattern(String value) {
  private static final Pattern SHAPE = Pattern.compile("[^,*\\p{Cntrl}]{0,20}\\*?");
  private static final int LONGEST = 21;

  public SenderPattern {
    if (value == null
        || value.isBlank()
        || value.length() > LONGEST
        || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no sender: write one such as MyShop, or its beginning and a *, e.g. +5511*"
              .formatted(value));
    }
  }

  public static SenderPattern of(String value) {
    return new SenderPattern(value);
  }

  /** Whether the sender is meant, written as people write it or as SMPP carries it. */
  public boolean matches(Address sender) {
    return matches(sender.display()) || matches(sender.value());
  }

  private boolean matches(String sender) {
    return value.endsWith("*")
        ? sender.startsWith(value.substring(0, value.length() - 1))
        : sender.equals(value);
  }

  @Override
  public String toString() {
    return value;
  }
}

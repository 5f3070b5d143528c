package io.chasqui.domain.esme;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The name an ESME binds with (SMPP 3.4, 5.2.1).
 *
 * @param value 1-15 printable ASCII characters; case counts
 */
public record SystemId(String value) implements Serializable {
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,15}");

  public SystemId {
    if (value == null || !PRINTABLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "system_id '" + value + "' must have 1-15 printable ASCII characters");
    }
  }

  /**
   * @throws IllegalArgumentException naming {@code value} when it is none
   */
  public static SystemId of(String value) {
    return new SystemId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.chasqui.domain.link;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The operator's name of a connector: 1-64 characters, lower-case letters, digits, {@code . _ -}.
 */
public record ConnectorId(String value) implements Serializable {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public ConnectorId {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "connector id '" + value + "' must be 1-64 of a-z, 0-9, '.', '_', '-'");
    }
  }

  public static ConnectorId of(String value) {
    return new ConnectorId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}

package io.chasqui.domain.esme;

import java.util.regex.Pattern;

/**
 * The password an ESME binds with: a C-octet string of at most 9 octets, its closing NUL included
 * (SMPP 3.4, 5.2.2; SMPP 5.0, 4.7.18, says the same).
 *
 * @param value 1-8 printable ASCII characters
 */
public record EsmePassword(String value) {
  private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,8}");

  public EsmePassword {
    if (value == null || !PRINTABLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "must have 1-8 printable ASCII characters: SMPP has no room for more");
    }
  }

  public static EsmePassword of(String value) {
    return new EsmePassword(value);
  }

  @Override
  public String toString() {
    return "(not shown)";
  }
}

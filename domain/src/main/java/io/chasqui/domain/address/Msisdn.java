package io.chasqui.domain.address;

import java.util.regex.Pattern;

/** A subscriber's number in E.164: {@code +} and 7-15 digits, the first not 0 (ITU-T E.164, 6). */
public record Msisdn(String value) implements Destination {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public Msisdn {
    if (value == null || !E164.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' is not an E.164 number: write + and 7 to 15 digits, e.g. +5511999990000");
    }
  }

  public static Msisdn of(String value) {
    return new Msisdn(value);
  }

  @Override
  public Address address() {
    return Address.of(Address.INTERNATIONAL, Address.ISDN, value.substring(1));
  }

  @Override
  public String toString() {
    return value;
  }
}

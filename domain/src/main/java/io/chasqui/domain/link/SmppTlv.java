package io.chasqui.domain.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An optional parameter added to every submit (SMPP 3.4, 3.2.4.1), e.g. an operator's own.
 *
 * @param tag 0x0001-0xFFFF
 * @param value as people write it, see {@link Type}
 */
public record SmppTlv(int tag, Type type, String value) {

  /** How the value is written, and what it is on the wire. */
  public enum Type {
    /** A number of 1 octet, e.g. {@code 5} or {@code 0x05}. */
    INT1 {
      @Override
      byte[] octets(String value) {
        return number(value, Byte.BYTES);
      }
    },
    /** A number of 2 octets. */
    INT2 {
      @Override
      byte[] octets(String value) {
        return number(value, Short.BYTES);
      }
    },
    /** A number of 4 octets. */
    INT4 {
      @Override
      byte[] octets(String value) {
        return number(value, Integer.BYTES);
      }
    },
    /** Octets in hex, e.g. {@code 0a0b}. */
    OCTETS {
      @Override
      byte[] octets(String value) {
        return HexFormat.of().parseHex(value);
      }
    },
    /** Text, its NUL is added. */
    C_STRING {
      @Override
      byte[] octets(String value) {
        return (value + '\0').getBytes(StandardCharsets.ISO_8859_1);
      }
    };

    abstract byte[] octets(String value);

    private static byte[] number(String value, int size) {
      long number = Long.decode(value);
      if (number < 0 || number >>> (8 * size) != 0) {
        throw new IllegalArgumentException("no number of %d octets".formatted(size));
      }
      byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
      return Arrays.copyOfRange(all, Long.BYTES - size, Long.BYTES);
    }
  }

  public SmppTlv {
    Objects.requireNonNull(type);
    if (tag < 1 || tag > 0xFFFF) {
      throw new IllegalArgumentException("TLV tag %d is not 0x0001-0xFFFF".formatted(tag));
    }
    try {
      type.octets(value);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "TLV 0x%04x: '%s' is no %s: %s".formatted(tag, value, type, e.getMessage()), e);
    }
  }

  /** The value on the wire. */
  public byte[] octets() {
    return type.octets(value);
  }
}

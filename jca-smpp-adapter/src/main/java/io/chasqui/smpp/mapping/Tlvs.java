package io.chasqui.smpp.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter;

/**
 * The optional parameters of a PDU by tag (SMPP 3.4, 5.3), whatever their type. Of several with one
 * tag the first counts; those nobody asks for are ignored, as 3.2.5 wants it.
 */
record Tlvs(Map<Integer, byte[]> values) {
  static final int QOS_TIME_TO_LIVE = 0x0017;
  static final int RECEIPTED_MESSAGE_ID = 0x001E;
  static final int SAR_REFERENCE = 0x020C;
  static final int SAR_TOTAL = 0x020E;
  static final int SAR_SEQUENCE = 0x020F;
  static final int SC_INTERFACE_VERSION = 0x0210;
  static final int NETWORK_ERROR_CODE = 0x0423;
  static final int MESSAGE_PAYLOAD = 0x0424;
  static final int MESSAGE_STATE = 0x0427;
  private static final int TAG_AND_LENGTH = 4;

  static Tlvs of(AbstractSmCommand pdu) {
    Map<Integer, byte[]> values = new HashMap<>();
    OptionalParameter[] parameters = pdu.getOptionalParameters();
    if (parameters != null) {
      for (OptionalParameter parameter : parameters) {
        add(values, ByteBuffer.wrap(parameter.serialize()));
      }
    }
    return new Tlvs(values);
  }

  /** What is left of a PDU; empty when it is no row of whole parameters. */
  static Optional<Tlvs> read(ByteBuffer rest) {
    Map<Integer, byte[]> values = new HashMap<>();
    boolean whole = true;
    while (whole && rest.hasRemaining()) {
      whole = add(values, rest);
    }
    return whole ? Optional.of(new Tlvs(values)) : Optional.empty();
  }

  private static boolean add(Map<Integer, byte[]> values, ByteBuffer from) {
    if (from.remaining() < TAG_AND_LENGTH) {
      return false;
    }
    int tag = from.getShort() & 0xFFFF;
    int length = from.getShort() & 0xFFFF;
    if (length > from.remaining()) {
      return false;
    }
    byte[] value = new byte[length];
    from.get(value);
    values.putIfAbsent(tag, value);
    return true;
  }

  boolean has(int tag) {
    return values.containsKey(tag);
  }

  Optional<byte[]> octets(int tag) {
    return Optional.ofNullable(values.get(tag));
  }

  /** The text up to its NUL; empty text is none. */
  Optional<String> text(int tag) {
    return octets(tag)
        .map(octets -> new String(octets, StandardCharsets.ISO_8859_1))
        .map(text -> text.indexOf('\0') < 0 ? text : text.substring(0, text.indexOf('\0')))
        .filter(text -> !text.isEmpty());
  }

  OptionalInt number(int tag) {
    return octets(tag).map(Tlvs::bigEndian).orElse(OptionalInt.empty());
  }

  private static OptionalInt bigEndian(byte[] octets) {
    int number = 0;
    for (byte octet : octets) {
      number = number << 8 | octet & 0xFF;
    }
    return octets.length == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }
}

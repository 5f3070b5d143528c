package io.chasqui.smpp.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.OptionalParameter;

/** The optional parameters of a PDU by tag (SMPP 3.4, 5.3), whatever their type. */
record Tlvs(AbstractSmCommand pdu) {
  static final int RECEIPTED_MESSAGE_ID = 0x001E;
  static final int SAR_REFERENCE = 0x020C;
  static final int SAR_TOTAL = 0x020E;
  static final int SAR_SEQUENCE = 0x020F;
  static final int NETWORK_ERROR_CODE = 0x0423;
  static final int MESSAGE_PAYLOAD = 0x0424;
  static final int MESSAGE_STATE = 0x0427;
  private static final int TAG_AND_LENGTH = 4;

  Optional<byte[]> octets(int tag) {
    OptionalParameter parameter = pdu.getOptionalParameter((short) tag);
    return Optional.ofNullable(parameter).map(Tlvs::value);
  }

  private static byte[] value(OptionalParameter parameter) {
    byte[] whole = parameter.serialize();
    return Arrays.copyOfRange(whole, TAG_AND_LENGTH, whole.length);
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

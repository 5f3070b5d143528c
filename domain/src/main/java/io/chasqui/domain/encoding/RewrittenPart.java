package io.chasqui.domain.encoding;

import java.util.List;

/**
 * A part of somebody else's long message, said in octets a carrier takes, under the same header but
 * for the national tables it may have named.
 */
public record RewrittenPart(DataCodingScheme coding, UserData data) {

  /**
   * @param text what the part says
   * @throws UnwritableTextException when the alphabets taken cannot say it
   * @throws TextTooLongException when it needs more room than a part has
   */
  public static RewrittenPart of(UserData part, String text, EncodingPolicy policy) {
    UserDataHeader header = UserDataHeader.of(withoutTables(part.header().elements()));
    return policy.takes(Alphabet.GSM7) && policy.zero().canWrite(text)
        ? inGsm7(header, text, policy.zero())
        : inUcs2(header, text, policy);
  }

  private static RewrittenPart inGsm7(UserDataHeader header, String text, SmscAlphabet zero) {
    byte[] septets = Gsm7.DEFAULT.encode(text);
    requireRoom(Unit.SEPTET, septets, header);
    return new RewrittenPart(
        DataCodingScheme.DEFAULT, header.before(zero.write(septets, header.length())));
  }

  private static RewrittenPart inUcs2(UserDataHeader header, String text, EncodingPolicy policy) {
    if (!policy.takes(Alphabet.UCS2)) {
      throw new UnwritableTextException(Alphabet.UCS2);
    }
    byte[] units = Utf16.encode(text);
    requireRoom(Unit.CODE_UNIT, units, header);
    return new RewrittenPart(DataCodingScheme.UCS2, header.before(units));
  }

  private static void requireRoom(Unit unit, byte[] octets, UserDataHeader header) {
    if (octets.length > unit.room(header.length())) {
      throw new TextTooLongException(2, 1);
    }
  }

  private static List<InformationElement> withoutTables(List<InformationElement> elements) {
    return elements.stream().filter(each -> !NationalShift.isNamedBy(each)).toList();
  }
}

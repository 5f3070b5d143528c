package io.chasqui.domain.encoding;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a peer means by its "SMSC default alphabet", data_coding 0 (SMPP 3.4, 5.2.19): the
 * specification leaves it open.
 */
public enum SmscAlphabet {
  /** GSM 7-bit, one septet in an octet: what most mean. */
  GSM7(Optional.empty()),
  /** GSM 7-bit, eight septets in seven octets, as on the air. */
  GSM7_PACKED(Optional.empty()),
  /** ISO 8859-1; the SMSC makes septets of it, so texts must be within both. */
  LATIN1(Optional.of(StandardCharsets.ISO_8859_1)),
  /** IA5; the SMSC makes septets of it, so texts must be within both. */
  ASCII(Optional.of(StandardCharsets.US_ASCII));

  private final Optional<Charset> charset;

  SmscAlphabet(Optional<Charset> charset) {
    this.charset = charset;
  }

  /** Whether a header may name national tables for it. */
  public boolean isSeptets() {
    return charset.isEmpty();
  }

  boolean canWrite(String text) {
    return Gsm7.DEFAULT.canEncode(text)
        && charset.map(each -> each.newEncoder().canEncode(text)).orElse(true);
  }

  /**
   * A part's septets as the peer wants them.
   *
   * @param headerOctets before them, 0-140
   */
  byte[] write(byte[] septets, int headerOctets) {
    return switch (this) {
      case GSM7 -> septets;
      case GSM7_PACKED -> SeptetPacking.pack(septets, headerOctets);
      case LATIN1, ASCII -> Gsm7.DEFAULT.decode(septets).getBytes(charset.get());
    };
  }

  /**
   * Octets under data_coding 0 as such a peer sent them, in septets one in an octet where they are
   * septets; else as they are.
   */
  public UserData unpacked(UserData data) {
    if (this != GSM7_PACKED) {
      return data;
    }
    UserDataHeader header = data.header();
    return header.before(SeptetPacking.unpack(data.payload(), header.length()));
  }

  /**
   * The data_coding that says to everybody what such a peer means by 0. A header that names
   * national tables names septets, whatever the peer means by default.
   */
  public DataCodingScheme agreed(UserData data) {
    return switch (this) {
      case GSM7, GSM7_PACKED -> DataCodingScheme.DEFAULT;
      case LATIN1 -> orSeptets(data, DataCodingScheme.LATIN1);
      case ASCII -> orSeptets(data, DataCodingScheme.ASCII);
    };
  }

  private static DataCodingScheme orSeptets(UserData data, DataCodingScheme otherwise) {
    return data.nationalShift().isNone() ? otherwise : DataCodingScheme.DEFAULT;
  }

  /** The text of a message's parts in their order. */
  String read(List<UserData> parts) {
    return charset.map(each -> joined(parts).toString(each)).orElseGet(() -> shifted(parts));
  }

  private static ByteArrayOutputStream joined(List<UserData> parts) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    parts.forEach(part -> octets.writeBytes(part.payload()));
    return octets;
  }

  /**
   * Each part's header holds for that part alone; parts under one shift are joined before they are
   * read, since some senders cut through an escape.
   */
  private String shifted(List<UserData> parts) {
    StringBuilder text = new StringBuilder();
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    NationalShift shift = NationalShift.NONE;
    for (UserData part : parts) {
      if (!part.nationalShift().equals(shift)) {
        text.append(Gsm7.of(shift).decode(run.toByteArray()));
        run.reset();
        shift = part.nationalShift();
      }
      run.writeBytes(septets(part));
    }
    return text.append(Gsm7.of(shift).decode(run.toByteArray())).toString();
  }

  private byte[] septets(UserData part) {
    return this == GSM7_PACKED
        ? SeptetPacking.unpack(part.payload(), part.header().length())
        : part.payload();
  }
}

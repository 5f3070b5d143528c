package io.chasqui.domain.outgoing;

import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedOctets;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.MessagePart;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.TextTooLongException;
import io.chasqui.domain.encoding.UserData;
import java.util.List;
import java.util.Objects;

/** What a message says, and how it becomes short messages. */
public sealed interface Content {
  /** What it says, for people and for rules. */
  String text();

  DataCodingScheme coding();

  /** The alphabet it counts as. */
  Alphabet alphabet();

  /** Short messages it takes, 1-255. */
  int segmentCount();

  /**
   * The short messages in order.
   *
   * @param reference of the concatenation; its low octet is carried
   */
  List<UserData> segments(int reference);

  /** A text; the gateway chooses the coding. */
  record Text(String text) implements Content {
    public Text {
      Objects.requireNonNull(text);
    }

    @Override
    public DataCodingScheme coding() {
      return encoded().coding();
    }

    @Override
    public Alphabet alphabet() {
      return encoded().alphabet();
    }

    @Override
    public int segmentCount() {
      return encoded().segmentCount();
    }

    @Override
    public List<UserData> segments(int reference) {
      return encoded().segments(reference);
    }

    private EncodedText encoded() {
      return EncodedText.of(text);
    }

    /** Never what it says. */
    @Override
    public String toString() {
      return "%d characters".formatted(text.length());
    }
  }

  /**
   * Octets that go out as they came. Those with a header are one short message; others are cut when
   * they are longer, where their coding allows it.
   *
   * @param text what they say
   */
  record Octets(DataCodingScheme coding, UserData data, String text) implements Content {
    public Octets {
      Objects.requireNonNull(coding);
      Objects.requireNonNull(data);
      Objects.requireNonNull(text);
    }

    /**
     * @throws TextTooLongException when it has a header and is more than one short message; without
     *     one {@link #segmentCount} tells
     */
    public Octets checked() {
      if (data.udhi() && !data.fitsOne(coding)) {
        throw new TextTooLongException(2, 1);
      }
      return this;
    }

    @Override
    public Alphabet alphabet() {
      return coding.equals(DataCodingScheme.UCS2) ? Alphabet.UCS2 : Alphabet.GSM7;
    }

    @Override
    public int segmentCount() {
      return data.udhi() ? 1 : encoded().segmentCount();
    }

    @Override
    public List<UserData> segments(int reference) {
      return data.udhi()
          ? List.of(data)
          : encoded().parts(Splitting.UDH_8_BIT, reference).stream()
              .map(MessagePart::data)
              .toList();
    }

    private EncodedOctets encoded() {
      return EncodedOctets.of(coding, data.octets());
    }

    /** Never what it says. */
    @Override
    public String toString() {
      return data.toString();
    }
  }
}

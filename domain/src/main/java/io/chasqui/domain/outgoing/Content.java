package io.chasqui.domain.outgoing;

import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedOctets;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.MessagePart;
import io.chasqui.domain.encoding.RewrittenPart;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.TextTooLongException;
import io.chasqui.domain.encoding.UnwritableTextException;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.encoding.Writing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a message says, and how it becomes short messages. */
public sealed interface Content {
  /** What it says, for people and for rules. */
  String text();

  /** The alphabet it counts as, until a connector is known. */
  Alphabet alphabet();

  /**
   * The short messages it is for a carrier.
   *
   * @param reference of the concatenation; as much of it is carried as the splitting has room for
   * @throws TextTooLongException when the carrier's way makes it more than 255
   * @throws UnwritableTextException when it needs an alphabet the carrier does not take
   */
  ShortMessages written(Writing writing, int reference);

  /** Short messages it takes when nothing is known of the carrier, 1-255. */
  default int segmentCount() {
    return written(Writing.STANDARD, 0).onAir();
  }

  private static ShortMessages cut(
      DataCodingScheme coding, Alphabet alphabet, int segments, List<MessagePart> parts) {
    return new ShortMessages(coding, alphabet, Math.max(segments, parts.size()), parts);
  }

  /** A text; the gateway chooses the coding. */
  record Text(String text) implements Content {
    public Text {
      Objects.requireNonNull(text);
    }

    @Override
    public Alphabet alphabet() {
      return EncodedText.of(text).alphabet();
    }

    @Override
    public ShortMessages written(Writing writing, int reference) {
      EncodedText encoded = EncodedText.of(text, writing.policy());
      return cut(
          encoded.coding(),
          encoded.alphabet(),
          encoded.segmentCount(),
          encoded.parts(writing.splitting(), reference));
    }

    /** Never what it says. */
    @Override
    public String toString() {
      return "%d characters".formatted(text.length());
    }
  }

  /**
   * Octets that go out as they came, unless the carrier does not take their alphabet or means
   * something else by data_coding 0. Those with a place in their header are one short message;
   * others are cut when they are longer, where their coding allows it.
   *
   * @param data GSM 7-bit unpacked
   * @param text what they say
   */
  record Octets(DataCodingScheme coding, UserData data, String text) implements Content {
    public Octets {
      Objects.requireNonNull(coding);
      Objects.requireNonNull(data);
      Objects.requireNonNull(text);
    }

    /**
     * @throws TextTooLongException when it is a part of a long message and more than one short
     *     message; else {@link #segmentCount} tells
     */
    public Octets checked() {
      if (data.isPart() && !data.fitsOne(coding)) {
        throw new TextTooLongException(2, 1);
      }
      return this;
    }

    @Override
    public Alphabet alphabet() {
      return alphabet(coding);
    }

    private static Alphabet alphabet(DataCodingScheme coding) {
      return coding.equals(DataCodingScheme.UCS2) ? Alphabet.UCS2 : Alphabet.GSM7;
    }

    @Override
    public ShortMessages written(Writing writing, int reference) {
      EncodingPolicy policy = writing.policy();
      if (isTaken(policy)) {
        return asTheyCame(writing, reference);
      }
      return data.isPart() ? rewritten(policy) : new Text(text).written(writing, reference);
    }

    private boolean isTaken(EncodingPolicy policy) {
      boolean isAlphabetTaken = coding.alphabet().map(policy.alphabets()::contains).orElse(true);
      return isAlphabetTaken && (policy.zero().isSeptets() || !isDefault());
    }

    private boolean isDefault() {
      return coding.equals(DataCodingScheme.DEFAULT);
    }

    private ShortMessages asTheyCame(Writing writing, int reference) {
      SmscAlphabet zero = isDefault() ? writing.policy().zero() : SmscAlphabet.GSM7;
      boolean isWhole = data.udhi() && data.fitsOne(coding);
      if (isWhole && zero == SmscAlphabet.GSM7) {
        return single(coding, data);
      }
      EncodedOctets encoded = EncodedOctets.of(coding, data, zero);
      List<MessagePart> parts = encoded.parts(writing.splitting(), reference);
      return cut(coding, alphabet(), encoded.segmentCount(), parts);
    }

    private ShortMessages rewritten(EncodingPolicy policy) {
      RewrittenPart part = RewrittenPart.of(data, text, policy);
      return single(part.coding(), part.data());
    }

    private ShortMessages single(DataCodingScheme as, UserData whole) {
      return cut(as, alphabet(as), 1, List.of(new MessagePart(whole, Optional.empty())));
    }

    /** Never what it says. */
    @Override
    public String toString() {
      return data.toString();
    }
  }
}

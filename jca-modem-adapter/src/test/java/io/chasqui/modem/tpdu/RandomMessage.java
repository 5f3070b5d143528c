package io.chasqui.modem.tpdu;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedOctets;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.MessagePart;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.UserData;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A short message as people, machines and phones with emoji write them.
 *
 * @param text what it says; hexadecimal when the coding is 8-bit
 * @param coding in Gammu's words of {@code gammu-codec.py}
 */
record RandomMessage(
    String number, String coding, String text, DataCodingScheme scheme, UserData data) {
  private static final String GSM =
      "@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCXYZÄÖÑÜ§¿abcxyzäöñüà"
          + "^{}\\[~]|€";
  private static final String[] WIDE = {"😀", "👍🏽", "ç", "日", "本", "ж", "ẽ", "🇧🇷", "a", " "};

  static RandomMessage of(Random random) {
    String number = "+" + (1 + random.nextInt(9)) + digits(random, 6 + random.nextInt(9));
    int units = 1 + random.nextInt(400);
    return switch (random.nextInt(3)) {
      case 0 -> ofText(number, random, gsm(random, units));
      case 1 -> ofText(number, random, wide(random, 1 + units / 3));
      default -> ofOctets(number, random, units);
    };
  }

  private static RandomMessage ofText(String number, Random random, String text) {
    EncodedText encoded = EncodedText.of(text);
    UserData data = one(random, encoded.parts(splitting(random), random.nextInt(0x10000)));
    String part = ReceivedText.decode(encoded.coding(), data.payload());
    String coding = encoded.alphabet() == Alphabet.GSM7 ? "gsm7" : "ucs2";
    return new RandomMessage(number, coding, part, encoded.coding(), data);
  }

  private static RandomMessage ofOctets(String number, Random random, int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    List<MessagePart> parts =
        EncodedOctets.of(DataCodingScheme.BINARY, octets)
            .parts(splitting(random), random.nextInt(0x10000));
    UserData data = one(random, parts);
    String hex = HexFormat.of().formatHex(data.payload());
    return new RandomMessage(number, "8bit", hex, DataCodingScheme.BINARY, data);
  }

  private static Splitting splitting(Random random) {
    return random.nextBoolean() ? Splitting.UDH : Splitting.UDH16;
  }

  private static UserData one(Random random, List<MessagePart> parts) {
    return parts.get(random.nextInt(parts.size())).data();
  }

  /** Empty for a message without a header. */
  String header() {
    int length = data.octets().length - data.payload().length;
    return HexFormat.of().formatHex(Arrays.copyOf(data.octets(), length));
  }

  Address address() {
    return Address.infer(number);
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder();
    random.ints(count, 0, 10).forEach(digits::append);
    return digits.toString();
  }

  private static String gsm(Random random, int count) {
    StringBuilder text = new StringBuilder();
    random.ints(count, 0, GSM.length()).forEach(i -> text.append(GSM.charAt(i)));
    return text.toString();
  }

  private static String wide(Random random, int count) {
    StringBuilder text = new StringBuilder("日");
    random.ints(count, 0, WIDE.length).forEach(i -> text.append(WIDE[i]));
    return text.toString();
  }
}

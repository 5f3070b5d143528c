package io.chasqui.domain.encoding;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which characters GSM 7-bit lacks give way to one that looks alike. */
public enum LookAlikes {
  KEPT {
    @Override
    Optional<String> of(int character) {
      return Optional.empty();
    }
  },
  /** Quotes, dashes, spaces and the like, which editors put in unasked: no letter changes. */
  TYPOGRAPHY {
    @Override
    Optional<String> of(int character) {
      return Optional.ofNullable(TYPOGRAPHIC.get(character));
    }
  },
  /** Letters lose the accents GSM 7-bit has not, besides. */
  TYPOGRAPHY_AND_ACCENTS {
    @Override
    Optional<String> of(int character) {
      return TYPOGRAPHY.of(character).or(() -> withoutAccent(character));
    }
  };

  private static final Map<Integer, String> TYPOGRAPHIC = typographic();

  /** Letters whose stroke or ligature Unicode does not take apart. */
  private static final Map<Integer, String> LETTERS =
      Map.of(
          (int) 'ı', "i", (int) 'ł', "l", (int) 'Ł', "L", (int) 'đ', "d", (int) 'Đ', "D", (int) 'œ',
          "oe", (int) 'Œ', "OE", (int) 'ð', "d", (int) 'þ', "th");

  /** What may stand in for a character; the empty text for one that shows nothing. */
  abstract Optional<String> of(int character);

  /**
   * The text with what it takes replaced to be wholly in the peer's alphabet. Where one character
   * has no look-alike it goes in UCS-2 anyhow, so all stay.
   */
  String applied(String text, SmscAlphabet alphabet) {
    if (this == KEPT || alphabet.canWrite(text)) {
      return text;
    }
    StringBuilder replaced = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .mapToObj(c -> replacement(c, alphabet))
        .forEach(replaced::append);
    return alphabet.canWrite(replaced.toString()) ? replaced.toString() : text;
  }

  private String replacement(int character, SmscAlphabet alphabet) {
    String itself = Character.toString(character);
    return alphabet.canWrite(itself) ? itself : of(character).orElse(itself);
  }

  private static Optional<String> withoutAccent(int character) {
    if (LETTERS.containsKey(character)) {
      return Optional.of(LETTERS.get(character));
    }
    String apart = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD);
    String base = apart.replaceAll("\\p{M}", "");
    return base.length() < apart.length() ? Optional.of(base) : Optional.empty();
  }

  private static Map<Integer, String> typographic() {
    Map<Integer, String> lookAlikes = new HashMap<>();
    Map.of(
            "\"", "“”„‟«»″",
            "'", "‘’‚‛′`´",
            "-", "\u2010\u2011‒–—―−",
            " ",
                "\t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
                    + "\u200A\u202F\u205F\u3000",
            "...", "…",
            "*", "•·",
            "<", "‹",
            ">", "›",
            "/", "⁄",
            "", "\u00AD\u200B\u2060\uFEFF")
        .forEach((plain, typed) -> typed.chars().forEach(c -> lookAlikes.put(c, plain)));
    return Map.copyOf(lookAlikes);
  }
}

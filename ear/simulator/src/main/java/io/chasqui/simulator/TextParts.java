package io.chasqui.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text cut into what fits one short message each (3GPP TS 23.040 section 9.2.3.24.1): 160 septets
 * or 70 UCS-2 units alone, 153 or 67 beside a concatenation header.
 */
record TextParts(boolean gsm, List<String> texts) {

  static TextParts of(String text, Coding coding) {
    boolean gsm =
        switch (coding) {
          case AUTO -> Gsm7.canEncode(text);
          case GSM -> true;
          case UCS2 -> false;
        };
    List<String> whole = cut(text, gsm, gsm ? 160 : 70);
    return new TextParts(gsm, whole.size() < 2 ? whole : cut(text, gsm, gsm ? 153 : 67));
  }

  byte[] encode(String part) {
    return gsm ? Gsm7.encode(part) : part.getBytes(StandardCharsets.UTF_16BE);
  }

  int dataCoding() {
    return gsm ? 0 : 8;
  }

  private static List<String> cut(String text, boolean gsm, int room) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int used = 0;
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      String character = Character.toString(text.codePointAt(i));
      int width = gsm ? septets(character) : character.length();
      if (used + width > room) {
        parts.add(part.toString());
        part.setLength(0);
        used = 0;
      }
      part.append(character);
      used += width;
    }
    parts.add(part.toString());
    return parts;
  }

  private static int septets(String character) {
    return character.chars().map(c -> Gsm7.width((char) c)).sum();
  }
}

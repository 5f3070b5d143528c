package io.chasqui.domain.encoding;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader sees as one character: extended grapheme clusters (Unicode, annex 29). */
final class VisibleCharacters {
  private static final Pattern CLUSTER = Pattern.compile("\\X");

  private VisibleCharacters() {}

  /** Offsets, in the octets of UTF-16BE, at which one starts. */
  static BitSet starts(String text) {
    BitSet starts = new BitSet(2 * text.length());
    Matcher cluster = CLUSTER.matcher(text);
    while (cluster.find()) {
      starts.set(2 * cluster.start());
    }
    return starts;
  }
}

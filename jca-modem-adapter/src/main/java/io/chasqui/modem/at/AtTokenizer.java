package io.chasqui.modem.at;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts what a modem says into lines and prompts, in whatever pieces it comes. Control octets and
 * those above ASCII are noise of a modem switching on, and left out.
 */
final class AtTokenizer {
  /** Of a line; what is longer goes in pieces, which nobody takes for anything. */
  private static final int LONGEST = 2048;

  private final StringBuilder line = new StringBuilder();

  List<AtToken> feed(byte[] octets, int count) {
    List<AtToken> tokens = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      feed((char) (octets[i] & 0xFF), tokens);
    }
    return tokens;
  }

  private void feed(char character, List<AtToken> tokens) {
    if (character == '\r' || character == '\n' || line.length() == LONGEST) {
      end(tokens);
    }
    if (character == '>' && line.isEmpty()) {
      tokens.add(new AtToken.Prompt());
    } else if (character >= ' ' && character < 0x7F && !(character == ' ' && line.isEmpty())) {
      line.append(character);
    }
  }

  private void end(List<AtToken> tokens) {
    if (!line.isEmpty()) {
      tokens.add(new AtToken.Line(line.toString()));
      line.setLength(0);
    }
  }
}

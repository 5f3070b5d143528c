package io.chasqui.simulator.hilink;

import java.nio.charset.StandardCharsets;

/** Text as sticks have it. */
final class Bytes {
  private Bytes() {}

  /** UTF-8, and the pairs of three octets that old firmware takes for it. */
  static String text(byte[] octets) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < octets.length) {
      if (at + 2 < octets.length && (octets[at] & 0xFF) == 0xED && (octets[at + 1] & 0x20) != 0) {
        text.append((char) (0xD000 | (octets[at + 1] & 0x3F) << 6 | octets[at + 2] & 0x3F));
        at += 3;
      } else {
        int length = length(octets[at] & 0xFF);
        text.append(new String(octets, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return text.toString();
  }

  private static int length(int first) {
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xE0) {
      return 2;
    }
    return first < 0xF0 ? 3 : 4;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  static String unescape(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}

package io.chasqui.modem.at;

import java.util.Locale;
import java.util.Map;

/**
 * Errors that some modems write in words whatever CMEE says (3GPP TS 27.007, 9.2; 27.005, 3.2.5).
 */
final class ErrorWords {
  private static final Map<String, Integer> CODES =
      Map.ofEntries(
          Map.entry("sim not inserted", 10),
          Map.entry("sim pin required", 11),
          Map.entry("sim puk required", 12),
          Map.entry("sim failure", 13),
          Map.entry("sim busy", 14),
          Map.entry("incorrect password", 16),
          Map.entry("no network service", 30),
          Map.entry("network timeout", 31),
          Map.entry("unassigned (unallocated) number", 1),
          Map.entry("operator determined barring", 8),
          Map.entry("call barred", 10),
          Map.entry("short message transfer rejected", 21),
          Map.entry("network out of order", 38),
          Map.entry("temporary failure", 41),
          Map.entry("congestion", 42),
          Map.entry("resources unavailable, unspecified", 47),
          Map.entry("invalid pdu mode parameter", 304),
          Map.entry("memory full", 322),
          Map.entry("smsc address unknown", 330));

  private ErrorWords() {}

  /** -1 for words nobody knows. */
  static int code(String words) {
    return CODES.getOrDefault(words.toLowerCase(Locale.ROOT), -1);
  }
}

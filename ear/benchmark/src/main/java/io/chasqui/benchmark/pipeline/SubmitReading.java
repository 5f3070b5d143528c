package io.chasqui.benchmark.pipeline;

import io.chasqui.benchmark.EsmePdus;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A submit_sm's fields (SMPP 3.4, 4.4.1), read without the code that is measured. */
final class SubmitReading {
  private final byte[] octets;
  private final String source;
  private final String destination;
  private final boolean wantsReceipt;
  private final int text;
  private int at = EsmePdus.HEADER;

  SubmitReading(byte[] octets) {
    this.octets = octets;
    text();
    at += 2;
    source = text();
    at += 2;
    destination = text();
    at += 3;
    text();
    text();
    wantsReceipt = octets[at] != 0;
    text = at + 5;
  }

  private String text() {
    int start = at;
    while (octets[at] != 0) {
      at++;
    }
    return new String(octets, start, at++ - start, StandardCharsets.US_ASCII);
  }

  boolean wantsReceipt() {
    return wantsReceipt;
  }

  /** A cell number as this SMSC's: the receipt comes from it. */
  String source() {
    return source;
  }

  String destination() {
    return destination;
  }

  Optional<Stamp> stamp() {
    return Stamp.find(octets, text, octets.length);
  }
}

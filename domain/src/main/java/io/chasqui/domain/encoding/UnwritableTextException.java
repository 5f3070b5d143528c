package io.chasqui.domain.encoding;

/** A text that none of the alphabets a carrier takes can say. */
public class UnwritableTextException extends IllegalArgumentException {
  public UnwritableTextException(Alphabet needed) {
    super("text needs %s, which is not taken here".formatted(needed.apiName()));
  }
}

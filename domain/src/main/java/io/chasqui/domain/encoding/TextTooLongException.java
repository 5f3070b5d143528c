package io.chasqui.domain.encoding;

/** A text that takes more short messages than can be joined again. */
public class TextTooLongException extends IllegalArgumentException {
  private final int segmentsNeeded;
  private final int segmentsAllowed;

  public TextTooLongException(int segmentsNeeded, int segmentsAllowed) {
    super("text takes %d segments, %d are allowed".formatted(segmentsNeeded, segmentsAllowed));
    this.segmentsNeeded = segmentsNeeded;
    this.segmentsAllowed = segmentsAllowed;
  }

  public int segmentsNeeded() {
    return segmentsNeeded;
  }

  public int segmentsAllowed() {
    return segmentsAllowed;
  }
}

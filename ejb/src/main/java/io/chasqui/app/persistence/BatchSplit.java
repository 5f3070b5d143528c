package io.chasqui.app.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a batch whole, or, when the database refuses its data, in halves of halves: what is wrong
 * is found in a few steps and the rest is written, in its order.
 */
public final class BatchSplit<T> {
  private final Consumer<List<T>> writing;
  private final List<Refused<T>> refused = new ArrayList<>();

  private BatchSplit(Consumer<List<T>> writing) {
    this.writing = writing;
  }

  /** An entry the database does not take even alone. */
  public record Refused<T>(T entry, RefusedDataException reason) {}

  /**
   * @param writing writes a piece in one transaction of its own; throws {@link
   *     RefusedDataException} for data that are refused, anything else ends the whole
   * @return the entries that were left out
   */
  public static <T> List<Refused<T>> write(List<T> batch, Consumer<List<T>> writing) {
    BatchSplit<T> split = new BatchSplit<>(writing);
    split.write(batch);
    return split.refused;
  }

  private void write(List<T> piece) {
    try {
      writing.accept(piece);
    } catch (RefusedDataException e) {
      if (piece.size() == 1) {
        refused.add(new Refused<>(piece.get(0), e));
      } else {
        int half = piece.size() / 2;
        write(piece.subList(0, half));
        write(piece.subList(half, piece.size()));
      }
    }
  }
}

package io.chasqui.app.messaging;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A batch of one kind as octets: kind, version, count, items. Explicit and versioned, never Java
 * serialisation; a reader refuses versions it does not know.
 */
public abstract class BatchCodec<T> {
  private static final int VERSION = 1;
  private final int kind;

  protected BatchCodec(char kind) {
    this.kind = kind;
  }

  abstract void write(T item, EnvelopeOutput out);

  abstract T read(EnvelopeInput in);

  public final byte[] encode(List<? extends T> items) {
    EnvelopeOutput out = new EnvelopeOutput();
    out.octet(kind);
    out.octet(VERSION);
    out.number(items.size());
    items.forEach(item -> write(item, out));
    return out.toBytes();
  }

  /**
   * @throws UnreadableEnvelopeException for another kind or version, or damaged octets
   */
  public final List<T> decode(byte[] bytes) {
    try {
      EnvelopeInput in = new EnvelopeInput(bytes);
      int foundKind = in.octet();
      int version = in.octet();
      if (foundKind != kind || version != VERSION) {
        throw new IllegalArgumentException(
            "kind '%c' version %d, expected '%c' version %d"
                .formatted(foundKind, version, kind, VERSION));
      }
      int count = in.number();
      List<T> items = new ArrayList<>(Math.min(count, 1000));
      for (int i = 0; i < count; i++) {
        items.add(read(in));
      }
      return items;
    } catch (IllegalArgumentException | BufferUnderflowException | NoSuchElementException e) {
      throw new UnreadableEnvelopeException("envelope: " + e.getMessage(), e);
    }
  }
}

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
  private final int kind;
  private final int version;

  /**
   * @param version written; it and all before it are read
   */
  protected BatchCodec(char kind, int version) {
    this.kind = kind;
    this.version = version;
  }

  abstract void write(T item, EnvelopeOutput out);

  /** Reads an item as {@link EnvelopeInput#version} wrote it. */
  abstract T read(EnvelopeInput in);

  public final byte[] encode(List<? extends T> items) {
    EnvelopeOutput out = new EnvelopeOutput();
    out.octet(kind);
    out.octet(version);
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
      int found = in.readVersion();
      if (foundKind != kind || found < 1 || found > version) {
        throw new IllegalArgumentException(
            "kind '%c' version %d, expected '%c' version 1-%d"
                .formatted(foundKind, found, kind, version));
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

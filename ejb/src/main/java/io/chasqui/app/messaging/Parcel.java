package io.chasqui.app.messaging;

import java.time.Duration;
import java.util.List;

/**
 * A batch on its way to a queue.
 *
 * @param delay to be seen by its consumer no earlier than so much from now
 */
public record Parcel<T>(
    String queue, BatchCodec<T> codec, List<? extends T> batch, Duration delay) {
  public static <T> Parcel<T> of(String queue, BatchCodec<T> codec, List<? extends T> batch) {
    return new Parcel<>(queue, codec, batch, Duration.ZERO);
  }

  public Parcel<T> after(Duration wait) {
    return new Parcel<>(queue, codec, batch, wait);
  }

  boolean isEmpty() {
    return batch.isEmpty();
  }

  byte[] octets() {
    return codec.encode(batch);
  }
}

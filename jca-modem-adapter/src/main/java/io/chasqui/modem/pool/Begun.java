package io.chasqui.modem.pool;

import io.chasqui.modem.pool.Parcel.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A message of which not all parts have come: the pipeline hands them over one after another, as
 * far as there is capacity, and a modem sends them together. Guarded by its pool.
 */
final class Begun {
  /** The pipeline takes no time; parts that it holds back come another day. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private Optional<Parcel> parcel = Optional.empty();
  private Instant until = Instant.MIN;

  /** Parts that have come. */
  int size() {
    return parcel.map(each -> each.items().size()).orElse(0);
  }

  boolean isOpen() {
    return parcel.isPresent();
  }

  boolean isContinuedBy(Item item) {
    return parcel.filter(each -> each.message().equals(item.segment().message())).isPresent();
  }

  void add(Item item, Instant now) {
    parcel =
        Optional.of(
            parcel
                .map(each -> each.with(item.segment(), item.sink()))
                .orElseGet(() -> Parcel.of(item.segment(), item.sink())));
    until = now.plus(PATIENCE);
  }

  /** When it goes as it is. */
  Instant until() {
    return until;
  }

  boolean isWhole() {
    return parcel.filter(Parcel::isClosed).isPresent();
  }

  Optional<Parcel> take() {
    Optional<Parcel> taken = parcel;
    parcel = Optional.empty();
    return taken;
  }
}

package io.chasqui.modem.pool;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which modem sends a message: the one its recipient knows, though the message has to wait for it;
 * else of those that are free the one of the recipient's network, then the least worn.
 */
record LaneChoice(List<Lane> lanes, StickyRecipients sticky) {

  /** Empty when none can. */
  Optional<Lane> of(Parcel parcel, Instant now) {
    return known(parcel, now).or(() -> best(parcel, now));
  }

  private Optional<Lane> known(Parcel parcel, Instant now) {
    return sticky
        .modem(parcel.destination().display(), now)
        .flatMap(name -> untried(parcel).filter(lane -> lane.name().equals(name)).findFirst())
        .filter(lane -> lane.hasRoom(now));
  }

  private Optional<Lane> best(Parcel parcel, Instant now) {
    String number = parcel.destination().display();
    return untried(parcel)
        .filter(lane -> lane.isFree(now))
        .min(
            Comparator.comparingInt((Lane lane) -> -lane.affinity(number))
                .thenComparingLong(lane -> lane.wear(now))
                .thenComparing(Lane::lastUse));
  }

  private Stream<Lane> untried(Parcel parcel) {
    return lanes.stream().filter(lane -> !parcel.tried().contains(lane.name()));
  }
}

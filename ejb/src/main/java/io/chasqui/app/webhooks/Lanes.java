package io.chasqui.app.webhooks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clients' lanes, served in turn, each with a bound of its own, so that an endpoint which hangs
 * holds up nobody else. For one thread.
 */
final class Lanes {
  private final int perClient;
  private final int overall;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Deque<Lane> turns = new ArrayDeque<>();
  private int underWay;

  /**
   * @param perClient deliveries under way to one client at most
   * @param overall to all together
   */
  Lanes(int perClient, int overall) {
    this.perClient = perClient;
    this.overall = overall;
  }

  Lane of(String clientId) {
    return lanes.computeIfAbsent(clientId, this::open);
  }

  /** Whether the lane should be filled from the outbox rather than be told that there is more. */
  boolean isShort(Lane lane) {
    return lane.isShort(perClient);
  }

  List<Lane> hungry() {
    return turns.stream().filter(lane -> lane.isHungry(perClient)).toList();
  }

  /** The delivery whose turn it is, or nothing when all that may be under way are. */
  Optional<Delivery> start() {
    if (underWay >= overall) {
      return Optional.empty();
    }
    for (int passed = 0; passed < turns.size(); passed++) {
      Lane lane = turns.remove();
      turns.add(lane);
      if (lane.mayStart(perClient)) {
        underWay++;
        return Optional.of(lane.start());
      }
    }
    return Optional.empty();
  }

  void ended(Settlement settlement) {
    underWay--;
    of(settlement.delivery().clientId()).ended(settlement.answered());
  }

  void recorded(Settlement settlement) {
    Lane lane = of(settlement.delivery().clientId());
    lane.forget(settlement.delivery());
    if (lane.isEmpty()) {
      lanes.remove(lane.clientId());
      turns.remove(lane);
    }
  }

  void dropWaiting() {
    turns.forEach(Lane::drop);
  }

  int underWay() {
    return underWay;
  }

  private Lane open(String clientId) {
    Lane lane = new Lane(clientId);
    turns.add(lane);
    return lane;
  }
}

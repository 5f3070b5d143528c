package io.chasqui.systemtest.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.simulator.ReceivedSubmit;
import io.chasqui.systemtest.WebhookReceiver;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * One fault after another while messages come and go; then both peers' logs are held against what
 * the gateway says. {@code ./chasqui bench soak} goes through 20 rounds with five deaths of the
 * gateway each.
 */
class SoakST {
  private static final int ROUNDS = Integer.getInteger("chasqui.soak.rounds", 1);
  private static final int DEATHS = Integer.getInteger("chasqui.soak.deaths", 1);
  private static final long SEED = Long.getLong("chasqui.soak.seed", 9);

  /** Between two faults, so that each meets full windows. */
  private static final int SUBMITS_BETWEEN = 60;

  private static final Set<String> FINAL =
      Set.of("delivered", "undelivered", "expired", "rejected", "failed");
  private static final Duration SETTLING = Duration.ofMinutes(3);

  private final Random dice = new Random(SEED);
  private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);

  @Test
  void whatever_goes_wrong_each_message_ends_once_and_none_is_lost() throws Exception {
    try (World world = new World();
        Traffic traffic = new Traffic(world.tenant(), world.carrier())) {
      traffic.start();
      for (int round = 1; round <= ROUNDS; round++) {
        for (Fault fault : faultsOfARound()) {
          strike(world, fault);
        }
        System.out.printf(
            "soak: round %d of %d, %d accepted, %s%n",
            round, ROUNDS, traffic.accepted().size(), struck);
      }
      world.awaitSubmits(world.carrier(), SUBMITS_BETWEEN);
      traffic.enough();
      Awaitility.await("every request has its answer").atMost(SETTLING).until(traffic::isDone);
      assertThat(traffic.refused()).isEmpty();
      settle(world);
      reckonOutgoing(world, traffic);
      reckonIncoming(world, traffic);
    }
  }

  private List<Fault> faultsOfARound() {
    List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
    faults.addAll(Collections.nCopies(DEATHS - 1, Fault.GATEWAY_KILLED));
    Collections.shuffle(faults, dice);
    return faults;
  }

  private void strike(World world, Fault fault) throws Exception {
    world.awaitSubmits(world.carrier(), SUBMITS_BETWEEN);
    fault.strike(world);
    struck.merge(fault, 1, Integer::sum);
    world.awaitReady();
  }

  /** Nothing is on its way any more. */
  private static void settle(World world) {
    for (String status : List.of("accepted", "queued", "submitted", "received")) {
      Awaitility.await("nothing is " + status)
          .atMost(SETTLING)
          .pollInterval(Duration.ofMillis(200))
          .until(
              () ->
                  world
                      .tenant()
                      .api()
                      .get("/api/v1/messages?limit=1&status=" + status)
                      .expect(200)
                      .json()
                      .getJsonArray("data")
                      .isEmpty());
    }
  }

  private void reckonOutgoing(World world, Traffic traffic) {
    Map<String, Long> arrivals = arrivals(world);
    Map<String, Integer> ends = new TreeMap<>();
    Set<String> delivered = new HashSet<>();
    traffic
        .accepted()
        .forEach(
            (to, id) -> {
              JsonObject message = world.tenant().find(id);
              String status = message.getString("status");
              ends.merge(status, 1, Integer::sum);
              assertThat(finalMoves(message)).as("%s", message).isLessThanOrEqualTo(1);
              if (status.equals("delivered")) {
                delivered.add(id);
                assertThat(arrivals).as("delivered, so the carrier had it").containsKey(to);
              } else {
                assertThat(status).as("%s", message).isEqualTo("unknown");
              }
            });
    System.out.printf("soak: %s, faults %s%n", ends, struck);
    assertThat(arrivals.values()).as("none twice").containsOnly(1L);
    assertThat(arrivals.keySet())
        .as("the carrier got nothing but what was accepted")
        .isSubsetOf(traffic.accepted().keySet());
    assertThat(ends.getOrDefault("unknown", 0))
        .as("unknown only where a fault met what was in flight")
        .isLessThanOrEqualTo(inFlightAtFaults() + (int) neverAnswered(world));
    Awaitility.await("every end is told")
        .atMost(SETTLING)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> ids(world, "message.delivered").containsAll(delivered));
  }

  /** Messages whose carrier answered too late for the connector are known again by their answer. */
  private static long neverAnswered(World world) {
    return world.unwell().log().counters().unanswered();
  }

  private int inFlightAtFaults() {
    int sudden =
        struck.getOrDefault(Fault.GATEWAY_KILLED, 0) + struck.getOrDefault(Fault.LINKS_CUT, 0);
    // Two connectors, each with its window; when the gateway dies, what was answered and not yet
    // written down counts as well.
    return sudden * 4 * World.WINDOW;
  }

  private static void reckonIncoming(World world, Traffic traffic) {
    Awaitility.await("every incoming message is told")
        .atMost(SETTLING)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> texts(world).containsAll(traffic.taken()));
  }

  private static Set<String> texts(World world) {
    return data(world, "message.received", push -> push.data().getString("text"));
  }

  private static Set<String> ids(World world, String type) {
    return data(world, type, push -> push.data().getString("id"));
  }

  private static Set<String> data(
      World world, String type, Function<WebhookReceiver.Push, String> field) {
    return world.receiver().pushes().stream()
        .filter(push -> push.type().equals(type))
        .map(field)
        .collect(Collectors.toSet());
  }

  private static long finalMoves(JsonObject message) {
    JsonArray events = message.getJsonArray("events");
    return events.stream()
        .map(event -> event.asJsonObject().getString("status"))
        .filter(FINAL::contains)
        .count();
  }

  private static Map<String, Long> arrivals(World world) {
    return Stream.of(world.carrier(), world.unwell())
        .flatMap(carrier -> carrier.log().submits().stream())
        .filter(ReceivedSubmit::accepted)
        .collect(
            Collectors.groupingBy(
                submit -> "+" + submit.destination().value(), Collectors.counting()));
  }
}

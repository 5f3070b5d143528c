package io.chasqui.app.options;

import io.chasqui.domain.link.StatusPolicy;
import io.chasqui.domain.link.StatusPolicy.Reaction;
import io.chasqui.domain.link.StatusTable;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code statuses}: the whole table; a status that is not in it fails the message. */
final class StatusesJson {
  private static final int MOST = 200;
  private static final int DAY = 86_400;
  private static final int MOST_ATTEMPTS = 10_000;

  private StatusesJson() {}

  static StatusTable read(Members options, String name) {
    return options.objects(name, MOST).map(StatusesJson::read).orElse(StatusTable.STANDARD);
  }

  private static StatusTable read(List<? extends Members> entries) {
    Map<Integer, StatusPolicy> policies = new HashMap<>();
    for (Members entry : entries) {
      Optional<Integer> status =
          Required.read(
              entry, "status", Codes.LONGEST, text -> Codes.read(text, Integer.MAX_VALUE));
      StatusPolicy policy = policy(entry);
      if (status.isPresent() && policies.put(status.get(), policy) != null) {
        entry.wrong("status", "occurs twice");
      }
    }
    return new StatusTable(policies);
  }

  private static StatusPolicy policy(Members entry) {
    Optional<Reaction> reaction =
        Required.read(entry, "reaction", Words.LONGEST, text -> Words.read(Reaction.class, text));
    Duration delay = Duration.ofSeconds(entry.number("delay_seconds", 0, 0, DAY));
    int attempts = entry.number("attempts", 0, 0, MOST_ATTEMPTS);
    return reaction.map(what -> new StatusPolicy(what, delay, attempts)).orElse(StatusPolicy.FAIL);
  }

  static JsonArray write(StatusTable table) {
    return Lists.json(
        table.policies().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList(),
        entry -> write(entry.getKey(), entry.getValue()));
  }

  private static JsonObject write(int status, StatusPolicy policy) {
    return Json.createObjectBuilder()
        .add("status", Codes.text(status))
        .add("reaction", Words.of(policy.reaction()))
        .add("delay_seconds", policy.delay().toSeconds())
        .add("attempts", policy.attempts())
        .build();
  }
}

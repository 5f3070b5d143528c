package io.chasqui.app.options;

import io.chasqui.domain.link.SmppTimers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;

/** {@code timers}: whole seconds. */
final class TimersJson {
  private static final int DAY = 86_400;

  private TimersJson() {}

  static SmppTimers read(Members timers) {
    SmppTimers standard = SmppTimers.STANDARD;
    Duration connect = seconds(timers, "connect_seconds", standard.connect(), 1, 300);
    Duration bind = seconds(timers, "bind_seconds", standard.bind(), 1, 300);
    Duration response = seconds(timers, "response_seconds", standard.response(), 1, 3600);
    Duration enquire = seconds(timers, "enquire_link_seconds", standard.enquireLink(), 1, 3600);
    Duration idle = seconds(timers, "inactivity_seconds", standard.inactivity(), 0, DAY);
    Duration min = seconds(timers, "reconnect_min_seconds", standard.reconnectMin(), 1, 3600);
    Duration max = seconds(timers, "reconnect_max_seconds", standard.reconnectMax(), 1, DAY);
    return timers
        .build(
            "reconnect_max_seconds",
            () -> new SmppTimers(connect, bind, response, enquire, idle, min, max))
        .orElse(standard);
  }

  private static Duration seconds(
      Members timers, String name, Duration unset, int least, int most) {
    return Duration.ofSeconds(timers.number(name, (int) unset.toSeconds(), least, most));
  }

  static JsonObject write(SmppTimers timers) {
    return Json.createObjectBuilder()
        .add("connect_seconds", timers.connect().toSeconds())
        .add("bind_seconds", timers.bind().toSeconds())
        .add("response_seconds", timers.response().toSeconds())
        .add("enquire_link_seconds", timers.enquireLink().toSeconds())
        .add("inactivity_seconds", timers.inactivity().toSeconds())
        .add("reconnect_min_seconds", timers.reconnectMin().toSeconds())
        .add("reconnect_max_seconds", timers.reconnectMax().toSeconds())
        .build();
  }
}

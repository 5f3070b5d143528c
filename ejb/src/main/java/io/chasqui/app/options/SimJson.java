package io.chasqui.app.options;

import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.link.QuietHours;
import io.chasqui.domain.link.SimSettings;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** How a SIM may be used. */
final class SimJson {
  private static final int LONGEST_NUMBER = 16;
  private static final int MOST = 1_000_000;
  private static final int MOST_PREFIXES = 200;
  private static final int LONGEST_TIME = 5;

  private SimJson() {}

  static SimSettings read(Members modem) {
    Optional<Msisdn> number = modem.read("number", LONGEST_NUMBER, Msisdn::of);
    int pace = modem.number("messages_per_minute", 6, 1, 600);
    int day = modem.number("messages_per_day", 0, 0, MOST);
    int month = modem.number("messages_per_month", 0, 0, MOST);
    Optional<QuietHours> quiet = modem.object("quiet_hours").flatMap(SimJson::quiet);
    List<String> prefixes = modem.optionalTexts("prefixes", MOST_PREFIXES).orElse(List.of());
    return modem
        .build("prefixes", () -> new SimSettings(number, pace, day, month, quiet, prefixes))
        .orElse(SimSettings.STANDARD);
  }

  private static Optional<QuietHours> quiet(Members hours) {
    Optional<LocalTime> from = Required.read(hours, "from", LONGEST_TIME, SimJson::time);
    Optional<LocalTime> until = Required.read(hours, "until", LONGEST_TIME, SimJson::time);
    return from.flatMap(
        begins -> until.flatMap(ends -> hours.build("until", () -> new QuietHours(begins, ends))));
  }

  private static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be a time of day such as 22:00", e);
    }
  }

  static void write(JsonObjectBuilder json, SimSettings sim) {
    sim.number().ifPresent(number -> json.add("number", number.value()));
    json.add("messages_per_minute", sim.segmentsPerMinute())
        .add("messages_per_day", sim.segmentsPerDay())
        .add("messages_per_month", sim.segmentsPerMonth());
    sim.quiet()
        .ifPresent(
            hours ->
                json.add(
                    "quiet_hours",
                    Json.createObjectBuilder()
                        .add("from", hours.from().toString())
                        .add("until", hours.until().toString())));
    json.add("prefixes", Json.createArrayBuilder(sim.prefixes()));
  }
}

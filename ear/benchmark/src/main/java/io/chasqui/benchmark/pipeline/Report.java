package io.chasqui.benchmark.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The table on the console, line by line as they come, and all of it as JSON. */
final class Report {
  private static final double MEBI = 1 << 20;
  private static final String LINE = "%-22s %-5s %,10d %,9.0f  %8s %8s  %8s %8s %8s  %s%n";

  private final PrintStream out;
  private final List<Outcome> outcomes = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  void head() {
    out.printf(
        "%n%-22s %-5s %10s %9s  %-17s  %-26s  %s%n",
        "", "", "", "", "acknowledged, ms", "arrived, ms", "CPU us a message by process;");
    out.printf(
        "%-22s %-5s %10s %9s  %8s %8s  %8s %8s %8s  %s%n",
        "scenario", "", "messages", "a second", "p50", "p99", "p50", "p95", "p99", "memory");
  }

  void add(Outcome outcome) {
    outcomes.add(outcome);
    Sent sent = outcome.sent();
    out.printf(
        LINE,
        outcome.scenario(),
        outcome.temperature(),
        sent.accepted(),
        outcome.perSecond(),
        millis(sent.answers().p50()),
        millis(sent.answers().p99()),
        millis(outcome.arrival().p50()),
        millis(outcome.arrival().p95()),
        millis(outcome.arrival().p99()),
        costs(outcome));
    if (outcome.missing() > 0 || sent.refused() > 0) {
      out.printf("  LOST %,d, refused %,d%n", outcome.missing(), sent.refused());
    }
  }

  /** Takes one in that is not shown; its losses count. */
  void keep(Outcome outcome) {
    outcomes.add(outcome);
  }

  private static String costs(Outcome outcome) {
    String cpu =
        outcome.cpuMicros().entrySet().stream()
            .map(each -> "%s %.0f".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(", "));
    String repeated =
        outcome.repeated() == 0 ? "" : "; %,d came again".formatted(outcome.repeated());
    String heap = outcome.heap() == 0 ? "" : ", heap %.0f MiB".formatted(outcome.heap() / MEBI);
    long resident = outcome.resident().values().stream().findFirst().orElse(0L);
    String compiling =
        outcome.compilingMicros() < 1
            ? ""
            : " (%.0f of it compiling)".formatted(outcome.compilingMicros());
    return "%s%s; %.0f MiB resident%s%s".formatted(cpu, compiling, resident / MEBI, heap, repeated);
  }

  /** How many messages ours carries with the processor time Kannel needs for one. */
  void compare(Scenario scenario, Outcome ours, Outcome theirs) {
    out.printf(
        "%-22s %,7.0f messages a CPU-second of gateway and database, Kannel %,7.0f: %.2f times%n",
        scenario.title(),
        1e6 / ours.gatewayMicros(),
        1e6 / theirs.gatewayMicros(),
        theirs.gatewayMicros() / ours.gatewayMicros());
  }

  boolean hasLosses() {
    return outcomes.stream().anyMatch(outcome -> outcome.missing() > 0);
  }

  private static String millis(double value) {
    return Double.isNaN(value) ? "-" : "%.1f".formatted(value);
  }

  void write(Path file) throws IOException {
    Files.writeString(
        file,
        outcomes.stream()
            .map(Report::json)
            .collect(Collectors.joining(",\n  ", "{\"outcomes\":[\n  ", "\n]}\n")));
  }

  private static String json(Outcome outcome) {
    Sent sent = outcome.sent();
    return String.format(
        Locale.ROOT,
        "{\"scenario\":\"%s\",\"temperature\":\"%s\",\"accepted\":%d,\"refused\":%d,"
            + "\"missing\":%d,\"repeated\":%d,\"seconds\":%.3f,\"per_second\":%.1f,"
            + "\"acknowledged_ms\":%s,\"arrived_ms\":%s,\"cpu_us_a_message\":%s,"
            + "\"compiling_us_a_message\":%.1f,"
            + "\"resident_bytes\":%s,\"heap_bytes\":%d}",
        outcome.scenario(),
        outcome.temperature(),
        sent.accepted(),
        sent.refused(),
        outcome.missing(),
        outcome.repeated(),
        outcome.seconds(),
        outcome.perSecond(),
        json(sent.answers()),
        json(outcome.arrival()),
        members(outcome.cpuMicros()),
        outcome.compilingMicros(),
        members(outcome.resident()),
        outcome.heap());
  }

  private static String json(Times times) {
    return String.format(
        Locale.ROOT,
        "{\"p50\":%.3f,\"p95\":%.3f,\"p99\":%.3f}",
        times.p50(),
        times.p95(),
        times.p99());
  }

  private static String members(Map<String, ? extends Number> values) {
    return values.entrySet().stream()
        .map(
            each ->
                String.format(
                    Locale.ROOT, "\"%s\":%.1f", each.getKey(), each.getValue().doubleValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}

package io.chasqui.modem.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SimSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotaTest {
  private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");
  private static final ConnectorId ID = ConnectorId.of("sims");
  private static final SimSettings LIMITED =
      new SimSettings(Optional.empty(), 6, 3, 5, Optional.empty(), List.of());

  @TempDir Path directory;

  private static Quota quota(Usage usage) {
    return new Quota(LIMITED, SAO_PAULO, usage);
  }

  @Test
  void the_days_limit_ends_at_midnight_of_the_pools_zone() {
    Quota quota = quota(Usage.NONE);
    // 23:59 in São Paulo, of the 22nd.
    Instant evening = Instant.parse("2026-11-23T02:59:00Z");
    quota.count(3, evening);
    assertThat(quota.permits(evening)).isFalse();
    assertThat(quota.hold(evening)).contains("day's limit of 3");
    assertThat(quota.permits(evening.plusSeconds(60))).isTrue();
  }

  @Test
  void the_months_limit_ends_on_the_first() {
    Quota quota = quota(new Usage(LocalDate.of(2026, 11, 28), 0, 5));
    assertThat(quota.permits(Instant.parse("2026-11-29T12:00:00Z"))).isFalse();
    assertThat(quota.hold(Instant.parse("2026-11-29T12:00:00Z"))).contains("2026-12-01");
    assertThat(quota.permits(Instant.parse("2026-12-01T12:00:00Z"))).isTrue();
  }

  @Test
  void a_clock_set_back_does_not_begin_a_new_day() {
    Quota quota = quota(Usage.NONE);
    quota.count(3, Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(quota.permits(Instant.parse("2026-11-21T12:00:00Z"))).isFalse();
  }

  @Test
  void counts_are_kept_over_restarts() {
    Usage usage = new Usage(LocalDate.of(2026, 11, 22), 17, 420);
    new UsageFiles(directory.resolve("modems")).write(ID, "sim-a", usage);
    assertThat(new UsageFiles(directory.resolve("modems")).read(ID, "sim-a")).isEqualTo(usage);
    assertThat(new UsageFiles(directory.resolve("modems")).read(ID, "sim-b")).isEqualTo(Usage.NONE);
  }

  @Test
  void a_damaged_count_begins_anew() throws Exception {
    Files.writeString(directory.resolve("sims+sim-a.usage"), "???");
    assertThat(new UsageFiles(directory).read(ID, "sim-a")).isEqualTo(Usage.NONE);
  }
}

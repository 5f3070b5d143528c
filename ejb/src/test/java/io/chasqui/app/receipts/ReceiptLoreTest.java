package io.chasqui.app.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.receipt.DialectLearner;
import io.chasqui.domain.receipt.IdDialect;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptLoreTest {
  private static final Instant NOW = Instant.parse("2026-11-22T13:00:00.123Z");

  /** Of its own for each test: they share the database. */
  private final ConnectorId carrier =
      ConnectorId.of(MessageId.next(Clock.systemUTC()).toString().toLowerCase(Locale.ROOT));

  private final ReceiptLore lore = afterAStart();

  @Test
  void what_was_learnt_survives_a_restart() {
    lore.learn(Collections.nCopies(DialectLearner.LOCK_AFTER, hexToDecimal()));
    lore.learn(List.of(new Sighting.Doubt(carrier, "10", List.of("10", "A"))));
    lore.save();
    DialectLearner learner = afterAStart().learner(carrier);
    assertThat(learner.locked()).contains(IdDialect.HEX_TO_DEC);
    assertThat(learner.matches()).isEqualTo(DialectLearner.LOCK_AFTER);
    assertThat(learner.ambiguities()).isEqualTo(1);
  }

  @Test
  void words_are_counted_apart_by_their_error_and_survive_a_restart() {
    lore.learn(List.of(said("FAILED", "27"), said("FAILED", ""), said("FAILED", "27")));
    lore.save();
    ReceiptLore next = afterAStart();
    next.learn(List.of(said("FAILED", "27"), said("failed", "27")));
    next.save();
    assertThat(afterAStart().words(carrier))
        .containsExactlyInAnyOrder(
            new WordCount("FAILED", "27", 3, NOW),
            new WordCount("FAILED", "", 1, NOW),
            new WordCount("failed", "27", 1, NOW));
  }

  @Test
  void a_carrier_that_says_something_else_each_time_fills_nothing() {
    List<Sighting> nonsense =
        IntStream.range(0, 2_000).<Sighting>mapToObj(i -> said("W" + i, "")).toList();
    lore.learn(nonsense);
    assertThat(lore.words(carrier)).hasSize(501);
    assertThat(lore.words(carrier).stream().mapToLong(WordCount::receipts).sum()).isEqualTo(2_000);
  }

  @Test
  void a_removed_connector_is_forgotten() {
    lore.learn(List.of(hexToDecimal(), said("DELIVRD", "000")));
    lore.save();
    lore.forget(carrier);
    assertThat(lore.learner(carrier)).isEqualTo(DialectLearner.NEW);
    assertThat(afterAStart().words(carrier)).isEmpty();
    assertThat(afterAStart().learner(carrier)).isEqualTo(DialectLearner.NEW);
  }

  private Sighting hexToDecimal() {
    return new Sighting.Match(carrier, "B8BE19", String.valueOf(0xB8BE19));
  }

  private Sighting said(String word, String error) {
    return new Sighting.Word(carrier, word, error);
  }

  private static ReceiptLore afterAStart() {
    ReceiptLore lore = new ReceiptLore();
    lore.database = MigratedDatabase.dataSource();
    lore.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return lore;
  }
}

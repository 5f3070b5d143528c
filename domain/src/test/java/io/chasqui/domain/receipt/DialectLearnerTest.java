package io.chasqui.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DialectLearnerTest {
  /** A carrier: how it writes the n-th message's id in the answer and in the receipt. */
  private record Carrier(LongFunction<String> answer, LongFunction<String> receipt) {
    static Carrier of(IdDialect dialect) {
      return switch (dialect) {
        case SAME -> new Carrier("%08X"::formatted, "%08X"::formatted);
        case CASE -> new Carrier("a%dF"::formatted, "A%df"::formatted);
        case ZERO_PADDED -> new Carrier("%012d"::formatted, "%d"::formatted);
        case UUID ->
            new Carrier(Carrier::uuid, n -> uuid(n).replace("-", "").toUpperCase(Locale.ROOT));
        case HEX_TO_DEC -> new Carrier("%08X"::formatted, "%010d"::formatted);
        case DEC_TO_HEX -> new Carrier("%d"::formatted, "%x"::formatted);
      };
    }

    private static String uuid(long number) {
      return "0e999f21-6a4b-4c2d-9e0f-%012x".formatted(number & 0xFFFF_FFFF_FFFFL);
    }
  }

  @ParameterizedTest
  @EnumSource(IdDialect.class)
  void locks_on_to_each_dialect_after_ten_matches(IdDialect dialect) {
    DialectLearner nine = learned(Carrier.of(dialect), 1_000_000, 9);
    assertThat(nine.locked()).isEmpty();
    assertThat(nine.leading()).contains(dialect);
    DialectLearner ten = learned(Carrier.of(dialect), 1_000_000, 10);
    assertThat(ten.locked()).contains(dialect);
    assertThat(ten.matches()).isEqualTo(10);
  }

  @ParameterizedTest
  @EnumSource(IdDialect.class)
  void no_receipt_of_ten_thousand_misses_its_message(IdDialect dialect) {
    Carrier carrier = Carrier.of(dialect);
    LongStream.range(90_000, 100_000)
        .forEach(
            n ->
                assertThat(CarrierMessageKeys.of(carrier.receipt().apply(n), dialect).candidates())
                    .first()
                    .isEqualTo(CarrierMessageKeys.of(carrier.answer().apply(n)).primary()));
  }

  @Property
  void the_first_key_of_a_known_dialect_is_the_answers(
      @ForAll IdDialect dialect, @ForAll @LongRange(min = 1) long number) {
    Carrier carrier = Carrier.of(dialect);
    assertThat(dialect.explains(carrier.answer().apply(number), carrier.receipt().apply(number)))
        .isTrue();
    assertThat(CarrierMessageKeys.of(carrier.receipt().apply(number), dialect).candidates())
        .startsWith(CarrierMessageKeys.of(carrier.answer().apply(number)).primary())
        .containsAll(CarrierMessageKeys.of(carrier.receipt().apply(number)).candidates());
  }

  @Test
  void a_contradiction_unlocks_and_is_counted() {
    DialectLearner learner = learned(Carrier.of(IdDialect.SAME), 1_000_000, 10).matched("12", "c");
    assertThat(learner.locked()).isEmpty();
    assertThat(learner.leading()).contains(IdDialect.DEC_TO_HEX);
    assertThat(learner.contradictions()).isOne();
  }

  @Test
  void what_fits_no_dialect_contradicts_as_well() {
    DialectLearner learner = learned(Carrier.of(IdDialect.CASE), 1, 20).matched("X-1", "Y-2");
    assertThat(learner.leading()).isEmpty();
    assertThat(learner.contradictions()).isOne();
  }

  @Test
  void ids_below_ten_fit_every_dialect_and_the_plainest_leads() {
    DialectLearner learner = DialectLearner.NEW;
    for (int n = 1; n < 10; n++) {
      learner = learner.matched("%d".formatted(n), "%d".formatted(n));
    }
    assertThat(learner.leading()).contains(IdDialect.SAME);
    assertThat(learner.matched("A", "10").locked()).contains(IdDialect.HEX_TO_DEC);
  }

  @Test
  void a_broader_dialect_stays_while_plainer_pairs_come() {
    DialectLearner learner = DialectLearner.NEW.matched("007", "7");
    for (int n = 100; n < 150; n++) {
      learner = learner.matched("%d".formatted(n), "%d".formatted(n));
    }
    assertThat(learner.locked()).contains(IdDialect.ZERO_PADDED);
  }

  @Test
  void two_messages_that_might_be_meant_are_ambiguous_until_the_dialect_is_known() {
    List<String> sent = List.of("A", "10");
    assertThat(DialectLearner.NEW.choose("10", sent)).isEqualTo(new ReceiptMatch.Ambiguous(sent));
    assertThat(learned(Carrier.of(IdDialect.HEX_TO_DEC), 5_000, 10).choose("10", sent))
        .isEqualTo(new ReceiptMatch.Found("A"));
    assertThat(learned(Carrier.of(IdDialect.ZERO_PADDED), 5_000, 10).choose("10", sent))
        .isEqualTo(new ReceiptMatch.Found("10"));
  }

  @Test
  void a_locked_dialect_that_explains_nothing_does_not_lose_the_receipt() {
    assertThat(learned(Carrier.of(IdDialect.SAME), 5_000, 10).choose("12107289", List.of("B8BE19")))
        .isEqualTo(new ReceiptMatch.Found("B8BE19"));
    assertThat(DialectLearner.NEW.choose("7", List.of("8"))).isEqualTo(new ReceiptMatch.None());
  }

  @Test
  void tells_an_operator_what_it_learnt() {
    assertThat(DialectLearner.NEW.report()).isEqualTo("how receipts write the id is not known yet");
    assertThat(learned(Carrier.of(IdDialect.HEX_TO_DEC), 5_000, 3).report())
        .isEqualTo(
            "receipts seem to write the id in decimal, the submit answer in hexadecimal"
                + " (3 of 10 matches)");
    assertThat(learned(Carrier.of(IdDialect.SAME), 5_000, 37).confused().report())
        .isEqualTo(
            "receipts write the id as the submit answer does (37 matches);"
                + " 1 receipts fitted more than one message");
  }

  @ParameterizedTest
  @CsvSource({
    "SAME, ab1, ab1, true",
    "SAME, ab1, AB1, false",
    "CASE, ab1, AB1, true",
    "CASE, 0ab1, AB1, false",
    "ZERO_PADDED, 00B8BE19, b8be19, true",
    "ZERO_PADDED, 0xb8be19, b8be19, false",
    "UUID, 0xb8be19, B8BE19, true",
    "UUID, 0e999f21-6a4b-4c2d-9e0f-001122334455, E999F216A4B4C2D9E0F001122334455, true",
    "UUID, SAR-1, SAR1, false",
    "HEX_TO_DEC, B8BE19, 12107289, true",
    "HEX_TO_DEC, 12107289, B8BE19, false",
    "HEX_TO_DEC, 10, 0x16, false",
    "DEC_TO_HEX, 0012107289, 00b8be19, true",
    "DEC_TO_HEX, SAR-1, SAR-1, false"
  })
  void a_dialect_explains_its_own_pairs(
      IdDialect dialect, String answered, String received, boolean explained) {
    assertThat(dialect.explains(answered, received)).isEqualTo(explained);
  }

  private static DialectLearner learned(Carrier carrier, long first, int pairs) {
    DialectLearner learner = DialectLearner.NEW;
    for (long n = first; n < first + pairs; n++) {
      learner = learner.matched(carrier.answer().apply(n), carrier.receipt().apply(n));
    }
    return learner;
  }
}

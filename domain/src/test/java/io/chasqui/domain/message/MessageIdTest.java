package io.chasqui.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123Z");

  @Property
  void text_and_octets_come_back(@ForAll long high, @ForAll long low) {
    MessageId id = new MessageId(high, low);
    assertThat(MessageId.of(id.toString())).isEqualTo(id);
    assertThat(MessageId.of(id.toString().toLowerCase())).isEqualTo(id);
    assertThat(MessageId.of(id.bytes())).isEqualTo(id);
    assertThat(id.toString()).hasSize(26).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
  }

  @Property
  void ids_texts_and_octets_sort_alike(
      @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
    MessageId id = new MessageId(high, low);
    MessageId other = new MessageId(otherHigh, otherLow);
    int order = Integer.signum(id.compareTo(other));
    assertThat(Integer.signum(id.toString().compareTo(other.toString()))).isEqualTo(order);
    assertThat(Integer.signum(java.util.Arrays.compareUnsigned(id.bytes(), other.bytes())))
        .isEqualTo(order);
  }

  @Property
  void tells_when_it_was_given(@ForAll @LongRange(min = 0, max = (1L << 48) - 1) long millis) {
    Instant time = Instant.ofEpochMilli(millis);
    assertThat(MessageId.next(Clock.fixed(time, ZoneOffset.UTC)).time()).isEqualTo(time);
  }

  @Property
  void a_later_id_sorts_behind(@ForAll @LongRange(min = 0, max = (1L << 48) - 2) long millis) {
    MessageId earlier = at(Instant.ofEpochMilli(millis));
    MessageId later = at(Instant.ofEpochMilli(millis + 1));
    assertThat(later).isGreaterThan(earlier);
  }

  @Test
  void is_written_as_a_ulid() {
    assertThat(new MessageId(0, 0)).hasToString("00000000000000000000000000");
    assertThat(new MessageId(-1, -1)).hasToString("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    assertThat(new MessageId(0, 31)).hasToString("0000000000000000000000000Z");
    assertThat(new MessageId(1L << 16, 0)).hasToString("00000000010000000000000000");
  }

  @Test
  void ids_of_one_millisecond_differ() {
    Set<MessageId> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      ids.add(at(NOW));
    }
    assertThat(ids).hasSize(10_000);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "0123456789ABCDEFGHJKMNPQR",
        "0123456789ABCDEFGHJKMNPQRST",
        "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "0000000000000000000000000U",
        "0000000000000000000000000I",
        "-0000000000000000000000000",
        "000000000000 0000000000000"
      })
  void what_is_no_ulid_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessageId.of(text))
        .withMessage("'%s' is not a message id", text);
  }

  private static MessageId at(Instant time) {
    return MessageId.next(Clock.fixed(time, ZoneOffset.UTC));
  }

  @Test
  void ids_of_a_batch_follow_each_other_and_keep_its_time() {
    MessageId first = new MessageId(0x0123_4567_89AB_CDEFL, -2L);
    MessageId third = first.plus(2);
    assertThat(first.plus(0)).isEqualTo(first);
    assertThat(first.plus(1)).isGreaterThan(first).isLessThan(third);
    assertThat(third).isEqualTo(new MessageId(0x0123_4567_89AB_CDF0L, 0));
    assertThat(third.time()).isEqualTo(first.time());
  }
}

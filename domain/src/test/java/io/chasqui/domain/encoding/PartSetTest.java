package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chasqui.domain.encoding.Joining.Complete;
import io.chasqui.domain.encoding.Joining.Conflict;
import io.chasqui.domain.encoding.Joining.Reason;
import io.chasqui.domain.encoding.Joining.Repeated;
import io.chasqui.domain.encoding.Joining.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartSetTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Property
  void parts_come_together_in_any_order_and_however_often(
      @ForAll @IntRange(min = 1, max = 1500) int length,
      @ForAll Splitting splitting,
      @ForAll Random random) {
    String text = "0123456789".repeat(150).substring(0, length);
    List<IncomingPart> sent = parts(text, splitting);
    List<IncomingPart> coming = new ArrayList<>(sent);
    sent.forEach(part -> coming.add(random.nextInt(coming.size() + 1), part));
    Collections.shuffle(coming, random);

    Joining joining = PartSet.startedBy(coming.get(0));
    PartSet kept = kept(joining);
    int completed = joining instanceof Complete ? 1 : 0;
    for (IncomingPart part : coming.subList(1, coming.size())) {
      joining = kept.add(part, HOUR);
      completed += joining instanceof Complete ? 1 : 0;
      kept = joining instanceof Repeated ? kept : kept(joining);
    }
    assertThat(completed).isOne();
    assertThat(kept.isComplete()).isTrue();
    assertThat(kept.text(SmscAlphabet.GSM7)).isEqualTo(text);
  }

  @Test
  void tells_what_is_missing() {
    PartSet parts = PartSet.of(List.of(part(7, 4, 3, "c", 0), part(7, 4, 1, "a", 0)));
    assertThat(parts.missing()).containsExactly(2, 4);
    assertThat(parts.isComplete()).isFalse();
    assertThat(parts.text(SmscAlphabet.GSM7)).isEqualTo("a[…]c[…]");
    assertThat(parts).hasToString("2 of 4 parts");
  }

  @Test
  void the_first_part_missing_is_marked_as_well() {
    assertThat(PartSet.of(List.of(part(7, 2, 2, "b", 0))).text(SmscAlphabet.GSM7))
        .isEqualTo("[…]b");
  }

  @Test
  void a_message_of_one_part_is_complete_at_once() {
    assertThat(PartSet.startedBy(part(7, 1, 1, "a", 0))).isInstanceOf(Complete.class);
  }

  @Test
  void a_part_that_comes_twice_changes_nothing() {
    PartSet parts = PartSet.of(List.of(part(7, 2, 1, "a", 0)));
    assertThat(parts.add(part(7, 2, 1, "a", 5), HOUR)).isEqualTo(new Repeated());
  }

  @Test
  void the_last_part_repeated_after_the_message_was_given_out_makes_no_second_one() {
    PartSet whole = PartSet.of(List.of(part(7, 2, 1, "a", 0), part(7, 2, 2, "b", 1)));
    assertThat(whole.add(part(7, 2, 2, "b", 30), HOUR)).isEqualTo(new Repeated());
  }

  @Test
  void a_reference_used_again_starts_a_new_message() {
    PartSet whole = PartSet.of(List.of(part(7, 2, 1, "a", 0), part(7, 2, 2, "b", 1)));
    IncomingPart other = part(7, 2, 1, "x", 30);
    assertThat(whole.add(other, HOUR))
        .isEqualTo(
            new Conflict(whole, Reason.OTHER_CONTENT, new Waiting(PartSet.of(List.of(other)))));
  }

  @Test
  void another_total_starts_a_new_message() {
    PartSet parts = PartSet.of(List.of(part(7, 3, 1, "a", 0)));
    IncomingPart other = part(7, 2, 2, "y", 1);
    assertThat(parts.add(other, HOUR))
        .isEqualTo(
            new Conflict(parts, Reason.OTHER_TOTAL, new Waiting(PartSet.of(List.of(other)))));
  }

  @Test
  void a_part_that_comes_much_later_starts_a_new_message() {
    PartSet parts = PartSet.of(List.of(part(7, 2, 1, "a", 0)));
    IncomingPart late = part(7, 2, 2, "b", 61);
    assertThat(parts.add(late, HOUR))
        .isEqualTo(new Conflict(parts, Reason.TOO_LATE, new Waiting(PartSet.of(List.of(late)))));
    assertThat(parts.add(part(7, 2, 2, "b", 60), HOUR)).isInstanceOf(Complete.class);
  }

  @Test
  void national_tables_survive_the_joining() {
    byte[] first = {9, 0, 3, 7, 2, 1, 0x24, 1, 1, 0x1B, 0x53};
    first[0] = 8;
    byte[] second = {8, 0, 3, 7, 2, 2, 0x24, 1, 1, 0x1B, 0x67};
    PartSet parts = PartSet.of(List.of(part(first), part(second)));
    assertThat(parts.text(SmscAlphabet.GSM7)).isEqualTo("Şğ");
  }

  @Test
  void parts_of_two_messages_cannot_be_kept_as_one() {
    assertThatIllegalArgumentException().isThrownBy(() -> PartSet.of(List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartSet.of(List.of(part(7, 2, 1, "a", 0), part(7, 3, 2, "b", 0))))
        .withMessage("2 parts, of totals [2, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartSet.of(List.of(part(7, 2, 1, "a", 0), part(7, 2, 1, "b", 0))));
  }

  private static PartSet kept(Joining joining) {
    return joining instanceof Complete complete ? complete.parts() : ((Waiting) joining).parts();
  }

  private static List<IncomingPart> parts(String text, Splitting splitting) {
    return EncodedText.of(text).parts(splitting, 0x1234).stream()
        .map(
            each ->
                new IncomingPart(
                    each.place().orElse(new Concatenation(0, 1, 1)),
                    DataCodingScheme.DEFAULT,
                    each.data(),
                    NOON))
        .toList();
  }

  private static IncomingPart part(byte[] octets) {
    UserData data = new UserData(octets, true);
    return new IncomingPart(
        data.concatenation().orElseThrow(), DataCodingScheme.DEFAULT, data, NOON);
  }

  private static IncomingPart part(
      int reference, int total, int sequence, String text, int minutes) {
    return new IncomingPart(
        new Concatenation(reference, total, sequence),
        DataCodingScheme.DEFAULT,
        new UserData(Gsm7.DEFAULT.encode(text), false),
        NOON.plus(Duration.ofMinutes(minutes)));
  }
}

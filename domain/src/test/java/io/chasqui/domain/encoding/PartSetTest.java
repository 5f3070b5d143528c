package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.chasqui.domain.encoding.PartSet.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartSetTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Property
  void parts_come_together_in_any_order_and_however_often(
      @ForAll @IntRange(min = 1, max = 1500) int length,
      @ForAll Splitting splitting,
      @ForAll Random random) {
    String text = "0123456789".repeat(150).substring(0, length);
    List<IncomingPart> sent = parts(EncodedText.of(text), splitting);
    PartSet kept = comeInDisorder(sent, random);
    assertThat(kept.isComplete()).isTrue();
    assertThat(kept.text()).isEqualTo(text);
  }

  /** However the peer cut it and whatever tables it named: what goes on says the same. */
  @Property
  void what_is_joined_can_be_cut_again_and_says_the_same(
      @ForAll @IntRange(min = 1, max = 600) int length,
      @ForAll NationalLanguage language,
      @ForAll Splitting splitting,
      @ForAll Random random) {
    String text = "aşğ áõç 1€ı".repeat(60).substring(0, length);
    EncodedText encoded =
        EncodedText.of(text, EncodingPolicy.STANDARD.withLanguages(Set.of(language)));
    PartSet kept = comeInDisorder(parts(encoded, splitting), random);
    UserData joined = kept.joined().orElseThrow();
    List<UserData> again =
        EncodedOctets.of(kept.coding(), joined, SmscAlphabet.GSM7).parts(Splitting.UDH, 1).stream()
            .map(MessagePart::data)
            .toList();
    assertThat(kept.text()).isEqualTo(text);
    assertThat(ReceivedText.of(kept.coding(), SmscAlphabet.GSM7, again).text()).isEqualTo(text);
    assertThat(again).allMatch(part -> part.fitsOne(kept.coding()));
  }

  private static PartSet comeInDisorder(List<IncomingPart> sent, Random random) {
    List<IncomingPart> coming = new ArrayList<>(sent);
    sent.forEach(part -> coming.add(random.nextInt(coming.size() + 1), part));
    Collections.shuffle(coming, random);
    PartSet kept = PartSet.begunBy(coming.get(0));
    for (IncomingPart part : coming.subList(1, coming.size())) {
      assertThat(kept.repeats(part)).isNotEqualTo(kept.lacks(part));
      kept = kept.lacks(part) ? kept.with(part) : kept;
    }
    return kept;
  }

  @Test
  void tells_what_is_missing() {
    PartSet parts = open(part(7, 4, 3, "c", 0), part(7, 4, 1, "a", 0));
    assertThat(parts.missing()).containsExactly(2, 4);
    assertThat(parts.isComplete()).isFalse();
    assertThat(parts.text()).isEqualTo("a[…]c[…]");
    assertThat(parts.joined()).isEmpty();
    assertThat(parts).hasToString("2 of 4 parts");
  }

  @Test
  void the_first_part_missing_is_marked_as_well() {
    assertThat(open(part(7, 2, 2, "b", 0)).text()).isEqualTo("[…]b");
  }

  @Test
  void a_part_that_comes_twice_is_a_repetition() {
    PartSet parts = open(part(7, 2, 1, "a", 0));
    assertThat(parts.repeats(part(7, 2, 1, "a", 5))).isTrue();
    assertThat(parts.lacks(part(7, 2, 1, "a", 5))).isFalse();
  }

  @Test
  void after_the_message_was_given_out_a_part_is_a_repetition_for_ten_minutes() {
    PartSet whole =
        PartSet.of(State.GIVEN_OUT, List.of(part(7, 2, 1, "a", 0), part(7, 2, 2, "b", 1)));
    assertThat(whole.repeats(part(7, 2, 2, "b", 11))).isTrue();
    assertThat(whole.repeats(part(7, 2, 2, "b", 12))).isFalse();
  }

  @Test
  void what_was_given_out_incomplete_takes_no_more_parts() {
    PartSet incomplete = PartSet.of(State.GIVEN_OUT, List.of(part(7, 2, 1, "a", 0)));
    assertThat(incomplete.lacks(part(7, 2, 2, "b", 1))).isFalse();
  }

  @Test
  void other_content_in_its_place_another_total_and_another_coding_are_another_messages() {
    PartSet parts = open(part(7, 3, 1, "a", 0));
    assertThat(isOf(parts, part(7, 3, 1, "x", 1))).isFalse();
    assertThat(isOf(parts, part(7, 2, 2, "y", 1))).isFalse();
    IncomingPart gsm = part(7, 3, 2, "z", 1);
    IncomingPart ucs2 =
        new IncomingPart(gsm.place(), DataCodingScheme.UCS2, gsm.data(), gsm.receivedAt());
    assertThat(isOf(parts, ucs2)).isFalse();
    assertThat(isOf(parts, gsm)).isTrue();
  }

  @Test
  void a_part_that_comes_after_an_hour_is_another_messages() {
    PartSet parts = open(part(7, 2, 1, "a", 0));
    assertThat(parts.lacks(part(7, 2, 2, "b", 60))).isTrue();
    assertThat(parts.lacks(part(7, 2, 2, "b", 61))).isFalse();
  }

  @Test
  void national_tables_survive_the_joining() {
    PartSet parts = open(part("080003070201240101" + "1B53"), part("080003070202240101" + "1B67"));
    assertThat(parts.text()).isEqualTo("Şğ");
    assertThat(HexFormat.of().withUpperCase().formatHex(parts.joined().orElseThrow().octets()))
        .isEqualTo("03240101" + "1B531B67");
  }

  @Test
  void parts_under_different_tables_are_read_each_by_its_own_and_have_no_octets_in_one() {
    PartSet parts = open(part("080003070201240101" + "1B53"), part("080003070202240102" + "1B61"));
    assertThat(parts.text()).isEqualTo("Şá");
    assertThat(parts.joined()).isEmpty();
  }

  @Test
  void parts_of_two_messages_cannot_be_kept_as_one() {
    assertThatIllegalArgumentException().isThrownBy(() -> open());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(part(7, 2, 1, "a", 0), part(7, 3, 2, "b", 0)))
        .withMessage("2 parts, of totals [2, 3]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open(part(7, 2, 1, "a", 0), part(7, 2, 1, "b", 0)));
  }

  private static boolean isOf(PartSet parts, IncomingPart part) {
    return parts.repeats(part) || parts.lacks(part);
  }

  private static PartSet open(IncomingPart... kept) {
    return PartSet.of(State.OPEN, List.of(kept));
  }

  private static List<IncomingPart> parts(EncodedText text, Splitting splitting) {
    return text.parts(splitting, 0x1234).stream()
        .map(
            each ->
                new IncomingPart(
                    each.place().orElse(new Concatenation(0, 1, 1)),
                    text.coding(),
                    each.data(),
                    NOON))
        .toList();
  }

  private static IncomingPart part(String hex) {
    UserData data = new UserData(HexFormat.of().parseHex(hex), true);
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

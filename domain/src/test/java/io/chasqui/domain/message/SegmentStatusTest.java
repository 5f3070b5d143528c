package io.chasqui.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentStatusTest {
  @ParameterizedTest
  @CsvSource({
    "QUEUED, QUEUED",
    "SUBMITTED, SUBMITTED",
    "DELIVERED, DELIVERED",
    "UNKNOWN, UNKNOWN",
    "REJECTED, REJECTED",
    "FAILED, FAILED",
    "UNDELIVERED, UNDELIVERED",
    "EXPIRED, EXPIRED",
    "CANCELLED, CANCELLED",
    // open: the least advanced
    "QUEUED SUBMITTED DELIVERED, QUEUED",
    "SUBMITTED DELIVERED, SUBMITTED",
    "SUBMITTED REJECTED, SUBMITTED",
    "QUEUED UNKNOWN, QUEUED",
    "SUBMITTED UNKNOWN, SUBMITTED",
    // settled but for the unknown
    "DELIVERED UNKNOWN, UNKNOWN",
    "UNKNOWN REJECTED, UNKNOWN",
    // all settled: the worst
    "DELIVERED DELIVERED EXPIRED, EXPIRED",
    "EXPIRED UNDELIVERED, UNDELIVERED",
    "UNDELIVERED FAILED EXPIRED, FAILED",
    "FAILED REJECTED UNDELIVERED EXPIRED DELIVERED, REJECTED"
  })
  void the_message_follows_from_its_parts(String parts, MessageStatus message) {
    assertThat(SegmentStatus.derive(parse(parts))).isEqualTo(message);
  }

  @Property
  void the_order_of_the_parts_does_not_matter(@ForAll @NotEmpty List<SegmentStatus> parts) {
    List<SegmentStatus> turned = new ArrayList<>(parts);
    Collections.reverse(turned);
    assertThat(SegmentStatus.derive(turned)).isEqualTo(SegmentStatus.derive(parts));
  }

  @Property
  void a_message_is_final_when_all_its_parts_are(@ForAll @NotEmpty List<SegmentStatus> parts) {
    assertThat(SegmentStatus.derive(parts).isFinal())
        .isEqualTo(parts.stream().allMatch(SegmentStatus::isFinal));
  }

  @Test
  void a_move_of_one_part_moves_the_message_legally_but_for_one_fall_back() {
    Set<String> illegal = new TreeSet<>();
    for (SegmentStatus a : SegmentStatus.values()) {
      for (SegmentStatus b : SegmentStatus.values()) {
        Arrays.stream(SegmentStatus.values())
            .filter(a::mayBecome)
            .forEach(next -> addIfIllegal(illegal, List.of(a, b), List.of(next, b)));
      }
    }
    assertThat(illegal).containsExactly("SUBMITTED > QUEUED");
  }

  @Test
  void a_message_without_parts_has_no_status() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentStatus.derive(List.of()))
        .withMessage("a message has at least one part");
  }

  @ParameterizedTest
  @EnumSource(SegmentStatus.class)
  void a_part_is_a_message_of_one(SegmentStatus status) {
    MessageStatus message = MessageStatus.valueOf(status.name());
    assertThat(status.code()).isEqualTo(message.code());
    assertThat(SegmentStatus.ofCode(message.code())).isSameAs(status);
    assertThat(status.apiName()).isEqualTo(message.apiName());
    assertThat(status.isFinal()).isEqualTo(message.isFinal());
    for (SegmentStatus next : SegmentStatus.values()) {
      assertThat(status.mayBecome(next))
          .isEqualTo(message.mayBecome(MessageStatus.valueOf(next.name())));
    }
  }

  @Test
  void a_code_that_only_messages_have_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SegmentStatus.ofCode(MessageStatus.ACCEPTED.code()))
        .withMessage("segment status code 1");
  }

  private static void addIfIllegal(
      Set<String> illegal, List<SegmentStatus> before, List<SegmentStatus> after) {
    MessageStatus from = SegmentStatus.derive(before);
    MessageStatus to = SegmentStatus.derive(after);
    if (from != to && !from.mayBecome(to)) {
      illegal.add(from + " > " + to);
    }
  }

  private static List<SegmentStatus> parse(String parts) {
    return Arrays.stream(parts.split(" ")).map(SegmentStatus::valueOf).toList();
  }
}

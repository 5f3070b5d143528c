package io.chasqui.domain.message;

import static io.chasqui.domain.message.MessageStatus.DELIVERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageStatusTest {
  /** Every legal move; what is not here is illegal. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      nullValues = "-",
      emptyValue = "",
      value = {
        "ACCEPTED > QUEUED SUBMITTED DELIVERED UNDELIVERED EXPIRED REJECTED FAILED CANCELLED UNKNOWN",
        "QUEUED > SUBMITTED DELIVERED UNDELIVERED EXPIRED REJECTED FAILED CANCELLED UNKNOWN",
        "SUBMITTED > DELIVERED UNDELIVERED EXPIRED REJECTED FAILED UNKNOWN",
        "UNKNOWN > QUEUED SUBMITTED DELIVERED UNDELIVERED EXPIRED REJECTED FAILED",
        "DELIVERED > ''",
        "UNDELIVERED > ''",
        "EXPIRED > ''",
        "REJECTED > ''",
        "FAILED > ''",
        "CANCELLED > ''",
        "RECEIVED > PUSHED PUSH_FAILED UNROUTED",
        "PUSHED > ''",
        "PUSH_FAILED > PUSHED",
        "UNROUTED > RECEIVED"
      })
  void moves_on_only_as_the_table_says(MessageStatus from, String legal) {
    String moves =
        Arrays.stream(MessageStatus.values())
            .filter(from::mayBecome)
            .map(Enum::name)
            .collect(Collectors.joining(" "));
    assertThat(moves.split(" ")).containsExactlyInAnyOrder(legal.split(" "));
    assertThat(from.isFinal()).isEqualTo(legal.isEmpty());
  }

  @ParameterizedTest
  @EnumSource(MessageStatus.class)
  void no_move_changes_the_direction_or_stays(MessageStatus from) {
    assertThat(MessageStatus.values())
        .filteredOn(from::mayBecome)
        .allMatch(next -> next.direction() == from.direction() && next != from);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCEPTED, 1, accepted, OUT",
    "QUEUED, 2, queued, OUT",
    "SUBMITTED, 3, submitted, OUT",
    "DELIVERED, 10, delivered, OUT",
    "UNDELIVERED, 11, undelivered, OUT",
    "EXPIRED, 12, expired, OUT",
    "REJECTED, 13, rejected, OUT",
    "FAILED, 14, failed, OUT",
    "UNKNOWN, 15, unknown, OUT",
    "CANCELLED, 16, cancelled, OUT",
    "RECEIVED, 30, received, IN",
    "PUSHED, 31, pushed, IN",
    "PUSH_FAILED, 32, push_failed, IN",
    "UNROUTED, 33, unrouted, IN"
  })
  void codes_and_names_are_those_of_the_contract(
      MessageStatus status, int code, String name, Direction direction) {
    assertThat(status.code()).isEqualTo(code);
    assertThat(MessageStatus.ofCode(code)).isSameAs(status);
    assertThat(status.apiName()).isEqualTo(name);
    assertThat(MessageStatus.ofApiName(name)).contains(status);
    assertThat(status.direction()).isEqualTo(direction);
  }

  @Test
  void a_code_or_name_of_nobody_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessageStatus.ofCode(99))
        .withMessage("message status code 99");
    assertThat(MessageStatus.ofApiName("DELIVERED")).isEmpty();
    assertThat(MessageStatus.ofApiName(DELIVERED.apiName() + " ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"OUT, 1, outbound", "IN, 2, inbound"})
  void directions_have_their_codes_and_names(Direction direction, int code, String name) {
    assertThat(direction.code()).isEqualTo(code);
    assertThat(Direction.ofCode(code)).isSameAs(direction);
    assertThat(direction.apiName()).isEqualTo(name);
    assertThat(Direction.ofApiName(name)).contains(direction);
    assertThat(Direction.ofApiName("OUT")).isEmpty();
  }

  @Test
  void a_direction_code_of_nobody_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Direction.ofCode(0));
  }
}

package io.chasqui.domain.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppDestinationTest {
  @ParameterizedTest
  @CsvSource({
    "1, 5511999990000",
    "1, +5511999990000",
    "1, 005511999990000",
    "0, 5511999990000",
    "0, +5511999990000",
    "0, 005511999990000"
  })
  void a_full_number_is_known_in_all_its_spellings(int ton, String value) {
    assertThat(SmppDestination.number(Address.of(ton, 1, value)))
        .contains(Msisdn.of("+5511999990000"));
  }

  @Test
  void zeros_within_a_number_are_its_own() {
    assertThat(SmppDestination.number(Address.of(1, 1, "5511900023187")))
        .contains(Msisdn.of("+5511900023187"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 12345",
    "0, 011999990000",
    "1, 011999990000",
    "1, 12345678901234567",
    "1, 5511x",
    "2, 11999990000",
    "5, MyShop",
    "0, ''",
    "1, +"
  })
  void what_names_no_subscriber_is_none(int ton, String value) {
    assertThat(SmppDestination.number(Address.of(ton, 1, value))).isEmpty();
  }
}

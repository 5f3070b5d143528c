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
    assertThat(SmppDestination.of(Address.of(ton, 1, value))).contains(Msisdn.of("+5511999990000"));
  }

  @Test
  void zeros_within_a_number_are_its_own() {
    assertThat(SmppDestination.of(Address.of(1, 1, "5511900023187")))
        .contains(Msisdn.of("+5511900023187"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 12345",
    "0, 911",
    "3, 12345",
    "3, 004321",
    "6, 1234",
    "2, 11999990000",
    "2, 011999990000",
    "2, 0043219",
    "0, 011999990000",
    "4, 99990000"
  })
  void short_codes_and_national_numbers_are_what_the_esme_wrote(int ton, String value) {
    Address address = Address.of(ton, 1, value);
    assertThat(SmppDestination.of(address)).contains(new LocalNumber(address));
    assertThat(Destination.of(address)).isEqualTo(new LocalNumber(address));
  }

  /** Else somebody's digits would be another client's number. */
  @ParameterizedTest
  @CsvSource({"2, 5511999990000", "3, 5511999990000", "4, 5511999990000", "6, 5511999990000"})
  void what_is_said_to_be_no_full_number_is_never_taken_for_one(int ton, String value) {
    assertThat(SmppDestination.of(Address.of(ton, 1, value)))
        .get()
        .isInstanceOf(LocalNumber.class)
        .extracting(Destination::value)
        .isEqualTo("5511999990000");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 12",
    "0, +12345",
    "0, 0012345",
    "1, 12345",
    "1, 011999990000",
    "1, 12345678901234567",
    "1, 5511x",
    "2, 11x99",
    "2, 1234567890123456",
    "5, MyShop",
    "5, 12345",
    "0, ''",
    "1, +"
  })
  void what_names_nobody_is_none(int ton, String value) {
    assertThat(SmppDestination.of(Address.of(ton, 1, value))).isEmpty();
  }
}

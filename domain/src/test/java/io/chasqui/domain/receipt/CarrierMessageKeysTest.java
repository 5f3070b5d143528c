package io.chasqui.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierMessageKeysTest {
  /** Submit answer's spelling, receipt's spelling. */
  @ParameterizedTest
  @CsvSource({
    "12107289, 12107289",
    "b8be19, 12107289",
    "12107289, B8BE19",
    "00B8BE19, B8BE19",
    "B8BE19, 00b8be19",
    "00B8BE19, 0012107289",
    "0000012107289, b8be19",
    "10, 16",
    "16, 10",
    "0, 0000",
    "0e999f21-6a4b-4c2d-9e0f-001122334455, E999F21-6A4B-4C2D-9E0F-001122334455",
    "0e999f216a4b4c2d9e0f001122334455, 0E999F216A4B4C2D9E0F001122334455",
    // a UUID with and without its dashes, a zero lost on the way
    "0e999f21-6a4b-4c2d-9e0f-001122334455, 0e999f216a4b4c2d9e0f001122334455",
    "0E999F216A4B4C2D9E0F001122334455, e999f21-6a4b-4c2d-9e0f-001122334455",
    "0xB8BE19, 00b8be19",
    "12107289, 0x00B8BE19",
    "0xb8be19, 12107289",
    "SAR-5511999-1eedf843-2-1, sar-5511999-1EEDF843-2-1",
    "' 42 ', 42"
  })
  void a_receipt_finds_the_id_in_its_other_spelling(String answered, String received) {
    assertThat(CarrierMessageKeys.of(received).candidates())
        .contains(CarrierMessageKeys.of(answered).primary());
  }

  @ParameterizedTest
  @CsvSource({
    "12107289, 12107288",
    "B8BE19, B8BE190",
    "SAR-1, SAR-2",
    // marked as hexadecimal it is no decimal
    "a, 0x10",
    // opaque: a UUID is no number, whatever its digits
    "00000000-0000-0000-0000-0000000000ff, 256",
    "1234-5678, 12345678",
    "00000000000000000000000000000010abcdefff, 71731056639"
  })
  void a_receipt_does_not_find_another_id(String answered, String received) {
    assertThat(CarrierMessageKeys.of(received).candidates())
        .doesNotContain(CarrierMessageKeys.of(answered).primary());
  }

  @Property
  void hexadecimal_and_decimal_find_each_other(@ForAll @LongRange(min = 0) long number) {
    String decimal = Long.toString(number);
    String hexadecimal = "%08X".formatted(number);
    assertThat(CarrierMessageKeys.of(decimal).candidates())
        .contains(CarrierMessageKeys.of(hexadecimal).primary());
    assertThat(CarrierMessageKeys.of(hexadecimal).candidates())
        .contains(CarrierMessageKeys.of(decimal).primary());
  }

  @Property
  void the_spelling_as_it_came_is_asked_first(@ForAll String raw) {
    CarrierMessageKeys keys = CarrierMessageKeys.of(raw);
    assertThat(keys.candidates().iterator().next()).isEqualTo(keys.primary());
    assertThat(keys.candidates()).hasSizeBetween(1, 3);
    assertThat(CarrierMessageKeys.of("00" + keys.primary() + "x").primary())
        .isEqualTo(CarrierMessageKeys.of(keys.primary() + "x").primary());
  }

  @Property
  void keys_of_a_wire_id_fit_the_ids_own_length(@ForAll @LongRange(min = 0) long number) {
    assertThat(CarrierMessageKeys.of(Long.toHexString(number)).candidates())
        .allMatch(key -> key.length() <= 65 && key.equals(key.toLowerCase(Locale.ROOT)));
  }

  @Test
  void candidates_come_in_a_fixed_order() {
    assertThat(CarrierMessageKeys.of("0010").candidates()).containsExactly("10", "a", "16");
    assertThat(CarrierMessageKeys.of("00BE").candidates()).containsExactly("be", "190");
    assertThat(CarrierMessageKeys.of("7").candidates()).containsExactly("7");
    assertThat(CarrierMessageKeys.of("").candidates()).containsExactly("");
    assertThat(CarrierMessageKeys.of("X-1").candidates()).containsExactly("x-1");
  }
}

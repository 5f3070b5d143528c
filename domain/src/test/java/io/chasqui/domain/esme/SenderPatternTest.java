package io.chasqui.domain.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.address.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderPatternTest {
  @ParameterizedTest
  @CsvSource({
    "MyShop, MyShop, true",
    "MyShop, myshop, false",
    "MyShop, MyShop2, false",
    "MyShop*, MyShop2, true",
    "+5511*, +5511999990000, true",
    "+5511*, +5521999990000, false",
    "5511*, +5511999990000, true",
    "*, anything, true"
  })
  void a_pattern_is_a_sender_or_its_beginning(String pattern, String sender, boolean matches) {
    assertThat(SenderPattern.of(pattern).matches(Address.infer(sender))).isEqualTo(matches);
  }

  @Test
  void a_number_without_a_plus_on_the_wire_is_the_same_number() {
    assertThat(SenderPattern.of("+5511999990000").matches(Address.of(0, 1, "5511999990000")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a*b", "a,b", "1234567890123456789012"})
  void what_is_no_sender_is_refused(String text) {
    assertThatThrownBy(() -> SenderPattern.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

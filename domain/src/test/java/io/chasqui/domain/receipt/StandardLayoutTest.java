package io.chasqui.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardLayoutTest {
  private static final String STANDARD =
      "id:0A7f-1 sub:001 dlvrd:001 submit date:2611221300 done date:2611221301 stat:DELIVRD"
          + " err:000 text:hello id:2 stat:UNDELIV";

  @Test
  void the_standard_is_read() {
    assertThat(StandardLayout.read(STANDARD))
        .contains(new ReceiptFields("0A7f-1", "DELIVRD", "000"));
  }

  /** Every cut and every exchanged character: the two readings never differ. */
  @Test
  void what_it_reads_the_patterns_read_the_same_way() {
    for (int i = 0; i <= STANDARD.length(); i++) {
      agree(STANDARD.substring(0, i));
      agree(STANDARD.substring(i));
      for (char other : " :=,;|\0Xé-".toCharArray()) {
        agree(STANDARD.substring(0, i) + other + STANDARD.substring(i));
        if (i < STANDARD.length()) {
          agree(STANDARD.substring(0, i) + other + STANDARD.substring(i + 1));
        }
      }
    }
  }

  private static void agree(String text) {
    StandardLayout.read(text)
        .ifPresent(fields -> assertThat(fields).as(text).isEqualTo(ReceiptFields.byPatterns(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "id:1",
        "ID:1 sub:001 dlvrd:001 submit date:1 done date:1 stat:DELIVRD err:000",
        "id:1 sub:001 dlvrd:001 submit date:1 done date:1 stat:DELIVRD err:000 network:7"
      })
  void another_layout_is_left_to_the_patterns(String text) {
    assertThat(StandardLayout.read(text)).isEmpty();
  }
}

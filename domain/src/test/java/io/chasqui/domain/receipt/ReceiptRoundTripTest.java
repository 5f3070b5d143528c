package io.chasqui.domain.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class ReceiptRoundTripTest {
  @Property
  void what_is_written_can_be_read_whatever_the_message_said(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 64) String id,
      @ForAll ReceiptState state,
      @ForAll String text) {
    DeliveryReceipt receipt = new DeliveryReceipt(id, state, state.word(), "000");
    String written = ReceiptText.format(receipt, Instant.EPOCH, Instant.EPOCH, text);
    assertThat(parse(written)).contains(receipt);
  }

  @Property
  void fields_may_come_in_any_order(@ForAll Random order, @ForAll String text) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                "id:5",
                "sub:001",
                "dlvrd:001",
                "submit date:2611221200",
                "done date:0000000000",
                "stat:EXPIRED",
                "err:042"));
    java.util.Collections.shuffle(fields, order);
    assertThat(parse(String.join(" ", fields) + " text:" + text))
        .contains(new DeliveryReceipt("5", ReceiptState.EXPIRED, "EXPIRED", "042"));
  }

  @Property
  void no_text_is_too_odd_to_be_read(@ForAll String text) {
    assertThat(parse(text)).isNotNull();
    assertThat(parse("id:" + text)).isNotNull();
  }

  private static Optional<DeliveryReceipt> parse(String text) {
    return ReceiptText.parse(text, Optional.empty(), OptionalInt.empty(), Optional.empty());
  }
}

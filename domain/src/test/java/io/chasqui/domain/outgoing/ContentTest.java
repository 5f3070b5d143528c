package io.chasqui.domain.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.TextTooLongException;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.esme.RegisteredDelivery;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.Segment;
import io.chasqui.domain.link.SubmitOptions;
import io.chasqui.domain.message.MessageId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentTest {
  private static final byte[] PART_OF_THREE = {5, 0, 3, 77, 3, 2, 'a', 'b'};

  @Test
  void octets_that_fit_go_out_as_they_came() {
    UserData data = new UserData(new byte[] {0x00, 0x1B, 0x65}, false);
    Content content = new Content.Octets(DataCodingScheme.DEFAULT, data, "@€");
    assertThat(content.written(Writing.STANDARD, 7).data()).containsExactly(data);
    assertThat(content.written(Writing.STANDARD, 7).coding()).isEqualTo(DataCodingScheme.DEFAULT);
  }

  @Test
  void a_part_with_a_header_of_its_own_stays_that_part() {
    UserData data = new UserData(PART_OF_THREE, true);
    Content content = new Content.Octets(DataCodingScheme.BINARY, data, "0x6162").checked();
    assertThat(content.segmentCount()).isEqualTo(1);
    assertThat(content.written(Writing.STANDARD, 9).data()).containsExactly(data);
  }

  @Test
  void a_part_with_a_header_that_has_no_room_is_refused() {
    byte[] octets = Arrays.copyOf(PART_OF_THREE, 141);
    Content.Octets binary =
        new Content.Octets(DataCodingScheme.BINARY, new UserData(octets, true), "");
    assertThatThrownBy(binary::checked).isInstanceOf(TextTooLongException.class);
    Content.Octets septets =
        new Content.Octets(DataCodingScheme.DEFAULT, new UserData(octets, true), "");
    assertThat(septets.checked()).isSameAs(septets);
  }

  @Test
  void a_long_payload_is_cut_between_its_characters_and_loses_nothing() {
    byte[] emoji = "😀".repeat(50).getBytes(StandardCharsets.UTF_16BE);
    Content content =
        new Content.Octets(DataCodingScheme.UCS2, new UserData(emoji, false), "😀".repeat(50));
    List<UserData> parts = content.written(Writing.STANDARD, 7).data();
    assertThat(parts).hasSize(content.segmentCount()).hasSize(2);
    assertThat(parts.get(0).payload()).hasSize(132);
    assertThat(parts).allSatisfy(part -> assertThat(part.octets().length).isLessThan(141));
    assertThat(parts.get(0).payload().length + parts.get(1).payload().length)
        .isEqualTo(emoji.length);
  }

  @Test
  void a_segment_carries_what_its_sender_asked_for() {
    SubmitOptions options = new SubmitOptions("CMT", 2, 0x41);
    EsmeOrigin origin =
        new EsmeOrigin(
            SystemId.of("acme"),
            MessageId.next(Clock.systemUTC()),
            RegisteredDelivery.FINAL,
            Address.of(1, 1, "5511999990000"),
            options,
            0);
    Instant now = Instant.now();
    OutgoingMessage message =
        new OutgoingMessage(
            MessageId.next(Clock.systemUTC()),
            "client",
            Address.infer("MyShop"),
            Msisdn.of("+5511999990000"),
            new Content.Octets(
                DataCodingScheme.of(0xF0), new UserData(new byte[] {0x41}, false), "A"),
            Optional.empty(),
            now,
            now,
            now.plusSeconds(60),
            1,
            Set.of(),
            Optional.of(origin));
    Segment segment = message.retry(Set.of(1)).segments(now).get(0);
    assertThat(segment.options()).contains(options);
    assertThat(segment.coding().value()).isEqualTo(0xF0);
    assertThat(segment.userData()).containsExactly(0x41);
  }

  @Test
  void nothing_it_says_is_printed() {
    UserData data = new UserData("secret".getBytes(StandardCharsets.US_ASCII), false);
    assertThat(new Content.Octets(DataCodingScheme.DEFAULT, data, "secret") + " ")
        .doesNotContain("secret");
    assertThat(new Content.Text("secret").toString()).doesNotContain("secret");
  }
}

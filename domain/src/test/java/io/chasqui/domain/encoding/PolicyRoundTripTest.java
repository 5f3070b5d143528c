package io.chasqui.domain.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PolicyRoundTripTest {
  private static final int ON_AIR = 140;

  /** Without what packed septets cannot tell from filling. */
  private static final String GSM = "£$èéùìòÇ\nØøÅåΔ_ΦΓΩßÉ !\"#%&'()*+,-./¡ÄÖÑÜ§¿äöñüà^{}\\[~]|€";

  @Property
  void texts_come_back_from_every_alphabet_and_every_splitting(
      @ForAll("texts") String text,
      @ForAll("policies") EncodingPolicy policy,
      @ForAll Splitting splitting,
      @ForAll @IntRange(max = 0xFFFF) int reference) {
    EncodedText encoded = EncodedText.of(text, policy);
    List<UserData> parts = data(encoded.parts(splitting, reference));
    assertThat(ReceivedText.of(encoded.coding(), policy.zero(), parts).text()).isEqualTo(text);
  }

  @Property
  void each_part_can_be_read_alone(
      @ForAll("texts") String text,
      @ForAll("policies") EncodingPolicy policy,
      @ForAll Splitting splitting) {
    EncodedText encoded = EncodedText.of(text, policy);
    String parts =
        data(encoded.parts(splitting, 1)).stream()
            .map(part -> ReceivedText.of(encoded.coding(), policy.zero(), List.of(part)).text())
            .collect(Collectors.joining());
    assertThat(parts).isEqualTo(text);
  }

  @Property
  void no_part_takes_more_than_140_octets_on_the_air(
      @ForAll("texts") String text,
      @ForAll("policies") EncodingPolicy policy,
      @ForAll("split") Splitting splitting) {
    EncodedText encoded = EncodedText.of(text, policy);
    for (MessagePart part : encoded.parts(splitting, 1)) {
      assertThat(onAir(encoded, policy, part)).isLessThanOrEqualTo(ON_AIR);
    }
  }

  @Property
  void parts_are_as_many_as_were_counted(
      @ForAll("texts") String text, @ForAll("policies") EncodingPolicy policy) {
    EncodedText encoded = EncodedText.of(text, policy);
    assertThat(encoded.parts(Splitting.UDH, 1)).hasSize(encoded.segmentCount());
    assertThat(encoded.parts(Splitting.SAR, 1)).hasSize(encoded.segmentCount());
    assertThat(TextPreview.of(text, Writing.STANDARD.with(policy)).segments())
        .isEqualTo(encoded.segmentCount());
  }

  @Property
  void an_allowed_language_never_costs_a_segment(
      @ForAll("texts") String text, @ForAll("policies") EncodingPolicy policy) {
    int without = EncodedText.of(text, policy.withLanguages(Set.of())).segmentCount();
    assertThat(EncodedText.of(text, policy).segmentCount()).isLessThanOrEqualTo(without);
  }

  @Property
  void keeping_visible_characters_whole_never_costs_a_segment(@ForAll("emoji") String text) {
    byte[] units = Utf16.encode(text);
    int plain =
        units.length <= ON_AIR
            ? 1
            : Cuts.of(Unit.CODE_UNIT, units, 134, new java.util.BitSet()).size();
    assertThat(EncodedText.of(text).segmentCount()).isEqualTo(plain);
  }

  @Provide
  Arbitrary<EncodingPolicy> policies() {
    return Combinators.combine(
            Arbitraries.of(SmscAlphabet.class),
            Arbitraries.of(Set.of(Alphabet.UCS2), Set.of(Alphabet.values())),
            Arbitraries.of(NationalLanguage.class).set(),
            Arbitraries.just(LookAlikes.KEPT))
        .as(EncodingPolicy::new);
  }

  @Provide
  Arbitrary<Splitting> split() {
    return Arbitraries.of(Splitting.UDH, Splitting.UDH16, Splitting.SAR);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars(GSM).withCharRange('A', 'z').ofMaxLength(700),
        Arbitraries.strings().withCharRange('A', 'Z').withChars("şŞğĞıİçÇé€ ").ofMaxLength(700),
        Arbitraries.strings().withCharRange('a', 'z').withChars("ãõáéíóúçâêô ").ofMaxLength(700),
        emoji());
  }

  @Provide
  Arbitrary<String> emoji() {
    return Arbitraries.of("я", "😀", "👨‍👩‍👧‍👦", "e\u0301", "🇧🇷", "a")
        .list()
        .ofMaxSize(200)
        .map(s -> String.join("", s));
  }

  /** Octets of the radio interface: septets are packed there whatever SMPP carried. */
  private static int onAir(EncodedText encoded, EncodingPolicy policy, MessagePart part) {
    UserData data = part.data();
    if (encoded.alphabet() == Alphabet.UCS2 || policy.zero() == SmscAlphabet.GSM7_PACKED) {
      return data.octets().length + room(part);
    }
    String text = ReceivedText.of(encoded.coding(), policy.zero(), List.of(data)).text();
    int header = data.header().length() + room(part);
    int headerSeptets = (header * 8 + 6) / 7;
    int septets = Gsm7.of(data.nationalShift()).encode(text).length;
    return ((headerSeptets + septets) * 7 + 7) / 8;
  }

  /** What the SMSC adds for a place told in TLVs. */
  private static int room(MessagePart part) {
    return part.sar().isPresent() ? 6 : 0;
  }

  private static List<UserData> data(List<MessagePart> parts) {
    return new ArrayList<>(parts.stream().map(MessagePart::data).toList());
  }
}

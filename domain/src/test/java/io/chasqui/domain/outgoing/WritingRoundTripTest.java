package io.chasqui.domain.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.LookAlikes;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.encoding.Writing;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What an ESME encoded says the same to a carrier that wants it in another way. */
class WritingRoundTripTest {
  private static final int REFERENCE = 0x1234;

  /** In GSM 7-bit and in Latin-1, without what packed septets cannot tell from filling. */
  private static final String BOTH = "£$èéùìòÇØøÅåÆæßÉ !\"#%&'()*+,-./¡ÄÖÑÜ§¿äöñüà";

  @Property
  void octets_in_one_piece_say_the_same_in_every_way(
      @ForAll("texts") String text, @ForAll("ways") Writing writing) {
    UserData payload = EncodedText.of(text).parts(Splitting.PAYLOAD, 0).get(0).data();
    ShortMessages written =
        new Content.Octets(DataCodingScheme.DEFAULT, payload, text).written(writing, REFERENCE);
    assertThat(read(written, writing)).isEqualTo(text);
    assertThat(written.onAir()).isGreaterThanOrEqualTo(written.parts().size());
  }

  @Property
  void parts_stay_parts_and_say_the_same(
      @ForAll("latin") String text, @ForAll("zeros") SmscAlphabet zero) {
    Writing writing = Writing.STANDARD.with(EncodingPolicy.STANDARD.withZero(zero));
    StringBuilder read = new StringBuilder();
    for (UserData part : EncodedText.of(text).segments(REFERENCE)) {
      String says = ReceivedText.decode(DataCodingScheme.DEFAULT, part.payload());
      ShortMessages written =
          new Content.Octets(DataCodingScheme.DEFAULT, part, says).written(writing, 0);
      assertThat(written.parts()).hasSize(1);
      assertThat(written.data().get(0).concatenation()).isEqualTo(part.concatenation());
      read.append(read(written, writing));
    }
    assertThat(read).hasToString(text);
  }

  private static String read(ShortMessages written, Writing writing) {
    return ReceivedText.of(written.coding(), writing.policy().zero(), written.data()).text();
  }

  @Provide
  Arbitrary<Writing> ways() {
    Arbitrary<EncodingPolicy> policies =
        Combinators.combine(
                Arbitraries.of(SmscAlphabet.class),
                Arbitraries.of(Set.of(Alphabet.UCS2), Set.of(Alphabet.values())),
                Arbitraries.of(NationalLanguage.class).set(),
                Arbitraries.just(LookAlikes.KEPT))
            .as(EncodingPolicy::new);
    return Combinators.combine(policies, Arbitraries.of(Splitting.class)).as(Writing::new);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        latin(), Arbitraries.strings().withChars("ΔΦΓ€[]{}^~\\|aZ").ofMaxLength(700));
  }

  @Provide
  Arbitrary<String> latin() {
    return Arbitraries.strings().withChars(BOTH).withCharRange('A', 'Z').ofMaxLength(700);
  }

  /** Those that have a place for every character of {@link #latin}. */
  @Provide
  Arbitrary<SmscAlphabet> zeros() {
    return Arbitraries.of(
        List.of(SmscAlphabet.GSM7, SmscAlphabet.GSM7_PACKED, SmscAlphabet.LATIN1));
  }
}

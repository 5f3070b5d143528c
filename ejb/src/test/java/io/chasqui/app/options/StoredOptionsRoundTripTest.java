package io.chasqui.app.options;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.address.Sender;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.EncodingPolicy;
import io.chasqui.domain.encoding.LookAlikes;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.Numbering;
import io.chasqui.domain.link.PemIdentity;
import io.chasqui.domain.link.ReceiptRequests;
import io.chasqui.domain.link.SmppTimers;
import io.chasqui.domain.link.SmppTlv;
import io.chasqui.domain.link.SmppVersion;
import io.chasqui.domain.link.StatusPolicy;
import io.chasqui.domain.link.StatusPolicy.Reaction;
import io.chasqui.domain.link.StatusTable;
import io.chasqui.domain.link.SubmitAddresses;
import io.chasqui.domain.link.SubmitFields;
import io.chasqui.domain.link.SubmitSettings;
import io.chasqui.domain.link.TlsSettings;
import io.chasqui.domain.link.TlsSettings.HostNameCheck;
import io.chasqui.domain.operations.BindOptions;
import io.chasqui.domain.operations.SmppOptions;
import io.chasqui.domain.receipt.IdDialect;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.domain.receipt.ReceiptState;
import io.chasqui.domain.receipt.StateRule;
import io.chasqui.domain.receipt.StateTable;
import java.nio.file.Path;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class StoredOptionsRoundTripTest {
  @Property(tries = 500)
  void what_is_stored_is_read_back_as_it_was(@ForAll("options") SmppOptions options) {
    assertThat(StoredOptions.decode(StoredOptions.encode(options))).isEqualTo(options);
  }

  @Provide
  Arbitrary<SmppOptions> options() {
    return Combinators.combine(
            tls().optional(), bind(), timers(), submits(), statuses(), receipts())
        .as(SmppOptions::new);
  }

  private static Arbitrary<TlsSettings> tls() {
    return Combinators.combine(
            file().optional(),
            Arbitraries.of(HostNameCheck.class),
            Combinators.combine(file(), file()).as(PemIdentity::new).optional())
        .as(TlsSettings::new);
  }

  private static Arbitrary<Path> file() {
    return text(1, 20).map(name -> Path.of("/etc/chasqui", name + ".pem"));
  }

  private static Arbitrary<BindOptions> bind() {
    return Combinators.combine(
            Arbitraries.of(SmppVersion.class), numbering(), Arbitraries.strings().ofMaxLength(40))
        .as(BindOptions::new);
  }

  private static Arbitrary<SmppTimers> timers() {
    return Combinators.combine(
            seconds(1, 300),
            seconds(1, 300),
            seconds(1, 3600),
            seconds(1, 3600),
            seconds(0, 86_400),
            seconds(1, 3600),
            seconds(3600, 86_400))
        .as(SmppTimers::new);
  }

  private static Arbitrary<SubmitSettings> submits() {
    return Combinators.combine(
            addresses(),
            fields(),
            Arbitraries.of(ReceiptRequests.class),
            Arbitraries.integers().between(1, 44_640).map(Duration::ofMinutes).optional(),
            tlv().list().ofMaxSize(5),
            writing())
        .as(SubmitSettings::new);
  }

  private static Arbitrary<Writing> writing() {
    Arbitrary<EncodingPolicy> policies =
        Combinators.combine(
                Arbitraries.of(SmscAlphabet.class),
                Arbitraries.of(Alphabet.class).set().ofMinSize(1),
                Arbitraries.of(NationalLanguage.class).set(),
                Arbitraries.of(LookAlikes.class))
            .as(EncodingPolicy::new);
    return Combinators.combine(policies, Arbitraries.of(Splitting.class)).as(Writing::new);
  }

  private static Arbitrary<SubmitAddresses> addresses() {
    Arbitrary<String> senders =
        Arbitraries.of("+5511999990000", "12345", "123456789012", "MyShop", "007", "+12025550100");
    return Combinators.combine(
            senders.map(Sender::of).optional(), numbering().optional(), numbering().optional())
        .as(SubmitAddresses::new);
  }

  private static Arbitrary<SubmitFields> fields() {
    return Combinators.combine(text(0, 5), octet(255), octet(3), octet(1), octet(254), octet(255))
        .as(SubmitFields::new);
  }

  private static Arbitrary<SmppTlv> tlv() {
    return Combinators.combine(
            octet(0xFFFE).map(tag -> tag + 1), Arbitraries.of(SmppTlv.Type.class), octet(99))
        .as((tag, type, number) -> new SmppTlv(tag, type, "%02d".formatted(number % 8)));
  }

  private static Arbitrary<StatusTable> statuses() {
    Arbitrary<StatusPolicy> policies =
        Combinators.combine(Arbitraries.of(Reaction.class), seconds(0, 86_400), octet(10_000))
            .as(StatusPolicy::new);
    return Arbitraries.maps(Arbitraries.integers().between(1, Integer.MAX_VALUE), policies)
        .ofMaxSize(20)
        .map(StatusTable::new);
  }

  private static Arbitrary<ReceiptReading> receipts() {
    Arbitrary<StateRule> rules =
        Combinators.combine(text(1, 10), text(1, 10), Arbitraries.of(ReceiptState.class))
            .as(StateRule::of);
    return Combinators.combine(
            Arbitraries.of(IdDialect.class).optional(),
            rules.list().ofMaxSize(5).map(StateTable::new))
        .as(ReceiptReading::new);
  }

  private static Arbitrary<Numbering> numbering() {
    return Combinators.combine(octet(255), octet(255)).as(Numbering::new);
  }

  private static Arbitrary<Duration> seconds(int least, int most) {
    return Arbitraries.integers().between(least, most).map(Duration::ofSeconds);
  }

  private static Arbitrary<Integer> octet(int most) {
    return Arbitraries.integers().between(0, most);
  }

  private static Arbitrary<String> text(int least, int most) {
    return Arbitraries.strings().alpha().numeric().ofMinLength(least).ofMaxLength(most);
  }
}

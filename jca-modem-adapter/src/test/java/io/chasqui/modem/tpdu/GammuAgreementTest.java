package io.chasqui.modem.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.eclipsesource.json.JsonObject;
import io.chasqui.domain.encoding.ReceivedText;
import io.chasqui.domain.encoding.SmscAlphabet;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gammu, which speaks to real phones since 2003, reads what we write and we what it writes. */
class GammuAgreementTest {
  private static final int MESSAGES = 10_000;
  private static final OffsetDateTime SENT =
      OffsetDateTime.of(2026, 11, 22, 18, 31, 12, 0, ZoneOffset.UTC);

  private final Random random = new Random(23_040);
  private GammuCodec gammu;

  @BeforeEach
  void start() throws Exception {
    assumeTrue(GammuCodec.isInstalled(), "python3-gammu is not installed: ./chasqui test does it");
    gammu = new GammuCodec();
  }

  @AfterEach
  void stop() throws IOException {
    if (gammu != null) {
      gammu.close();
    }
  }

  @Test
  void gammu_reads_ten_thousand_submits_and_delivers_of_ours() throws Exception {
    for (int i = 0; i < MESSAGES; i++) {
      RandomMessage message = RandomMessage.of(random);
      String hex = Pdu.of(random.nextBoolean() ? submit(message) : deliver(message)).hex();
      JsonObject read = gammu.decode(hex);
      assertThat(read.getString("number", "")).as(hex).isEqualTo(message.number());
      assertThat(read.getString("udh", "")).as(hex).isEqualTo(message.header());
      assertThat(gammusText(message, read)).as(hex).isEqualTo(message.text());
    }
  }

  @Test
  void we_read_ten_thousand_submits_of_gammus() throws Exception {
    for (int i = 0; i < MESSAGES; i++) {
      RandomMessage message = RandomMessage.of(random);
      String hex = encodedByGammu(message);
      SmsSubmit read = (SmsSubmit) Pdu.ofHex(hex).tpdu();
      assertThat(read.destination().display()).as(hex).isEqualTo(message.number());
      assertThat(read.data().udhi()).as(hex).isEqualTo(message.data().udhi());
      assertThat(ourText(message, read)).as(hex).isEqualTo(message.text());
    }
  }

  @Test
  void gammu_reads_our_reports() throws Exception {
    for (int reference = 0; reference < 256; reference++) {
      RandomMessage message = RandomMessage.of(random);
      SmsStatusReport report =
          new SmsStatusReport(
              reference,
              message.address(),
              Optional.of(SENT),
              Optional.of(SENT),
              new TpStatus(reference & 0x7F));
      JsonObject read = gammu.decode(Pdu.of(report).hex());
      assertThat(read.getInt("reference", -1)).isEqualTo(reference);
      assertThat(read.getString("number", "")).isEqualTo(message.number());
    }
  }

  private static SmsSubmit submit(RandomMessage message) {
    return new SmsSubmit(
        false,
        true,
        0,
        message.address(),
        0,
        message.scheme().value(),
        Optional.of(new RelativeValidity(167)),
        message.data());
  }

  private static SmsDeliver deliver(RandomMessage message) {
    return new SmsDeliver(
        message.address(), 0, message.scheme().value(), Optional.of(SENT), message.data());
  }

  private String encodedByGammu(RandomMessage message) throws IOException {
    return gammu
        .encode(message.number(), message.coding(), message.text(), message.header())
        .getString("pdu", "");
  }

  /** Gammu's Python text runs on behind a text with escapes: it is cut at the length of ours. */
  private static String gammusText(RandomMessage message, JsonObject read) {
    String text = read.getString("text", "");
    return message.coding().equals("gsm7") && text.length() > message.text().length()
        ? text.substring(0, message.text().length())
        : text;
  }

  private static String ourText(RandomMessage message, SmsSubmit read) {
    return message.coding().equals("8bit")
        ? HexFormat.of().formatHex(read.data().payload())
        : ReceivedText.of(message.scheme(), SmscAlphabet.GSM7, List.of(read.data())).text();
  }
}

package io.chasqui.domain.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.account.WebhookSecret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardSignatureTest {
  // The example of the Standard Webhooks 1.0 specification and of its libraries.
  private static final WebhookSecret SECRET =
      WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant AT = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

  @Test
  void the_specifications_example_gets_the_specifications_signature() {
    assertThat(StandardSignature.of(SECRET, ID, AT, BODY).headers())
        .isEqualTo(
            Map.of(
                "webhook-id", ID,
                "webhook-timestamp", "1614265330",
                "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  @Test
  void the_timestamp_is_whole_seconds() {
    assertThat(StandardSignature.of(SECRET, ID, AT.plusMillis(999), BODY))
        .isEqualTo(StandardSignature.of(SECRET, ID, AT, BODY));
  }

  @Test
  void id_time_body_and_secret_are_each_covered() {
    String value = StandardSignature.of(SECRET, ID, AT, BODY).value();

    assertThat(StandardSignature.of(SECRET, "msg_2", AT, BODY).value()).isNotEqualTo(value);
    assertThat(StandardSignature.of(SECRET, ID, AT.plusSeconds(1), BODY).value())
        .isNotEqualTo(value);
    assertThat(StandardSignature.of(SECRET, ID, AT, "{}".getBytes(UTF_8)).value())
        .isNotEqualTo(value);
    assertThat(
            StandardSignature.of(WebhookSecret.generate(new SecureRandom()), ID, AT, BODY).value())
        .isNotEqualTo(value);
  }

  @Test
  void an_id_with_a_dot_is_refused() {
    assertThatThrownBy(() -> StandardSignature.of(SECRET, "a.b", AT, BODY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.b");
  }
}

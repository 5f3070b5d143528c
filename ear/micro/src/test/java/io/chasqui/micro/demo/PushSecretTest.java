package io.chasqui.micro.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class PushSecretTest {
  // The example of the Standard Webhooks specification's reference libraries.
  private static final PushSecret SECRET =
      new PushSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIMESTAMP = "1614265330";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void the_specifications_example_is_right() {
    assertThat(SECRET.signed(ID, TIMESTAMP, BODY, SIGNATURE)).isTrue();
  }

  @Test
  void one_right_signature_among_several_is_enough() {
    assertThat(SECRET.signed(ID, TIMESTAMP, BODY, "v1,AAAA v1a,BBBB " + SIGNATURE)).isTrue();
  }

  @Test
  void a_changed_body_is_wrong() {
    assertThat(SECRET.signed(ID, TIMESTAMP, BODY + " ", SIGNATURE)).isFalse();
  }

  @Test
  void another_time_is_wrong() {
    assertThat(SECRET.signed(ID, "1614265331", BODY, SIGNATURE)).isFalse();
  }
}

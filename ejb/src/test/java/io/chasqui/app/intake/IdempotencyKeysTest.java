package io.chasqui.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.accounts.TestClock;
import io.chasqui.app.intake.IdempotencyKeys.Claim;
import io.chasqui.app.messaging.EmbeddedBroker;
import io.chasqui.app.persistence.MigratedDatabase;
import io.chasqui.domain.message.MessageId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyKeysTest {
  private static final String CLIENT = MessageId.next(Clock.systemUTC()).toString();
  private static final byte[] BODY = new byte[32];
  private static final byte[] OTHER_BODY = {
    1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
  };

  @RegisterExtension final EmbeddedBroker broker = new EmbeddedBroker();

  private final TestClock clock = new TestClock("2026-11-22T03:00:00Z");
  private final IdempotencyKeys keys = new IdempotencyKeys();
  private final String key = UUID.randomUUID().toString();

  @BeforeEach
  void begin() {
    keys.database = MigratedDatabase.dataSource();
    keys.clock = clock;
    keys.line = new IntakeLine();
    keys.line.workers = broker.workers();
  }

  @Test
  void the_first_is_carried_out_and_the_second_waits_for_it() {
    assertThat(claim()).isInstanceOf(Claim.Fresh.class);
    clock.advance(Duration.ofSeconds(59));
    assertThat(claim()).isInstanceOf(Claim.UnderWay.class);
  }

  @Test
  void later_ones_get_the_firsts_answer() {
    claim();
    keys.answered(CLIENT, key, "{\"id\":1}");
    clock.advance(Duration.ofHours(23));
    assertThat(claim()).isEqualTo(new Claim.Answered("{\"id\":1}"));
  }

  @Test
  void an_abandoned_one_is_taken_over_under_its_id_by_one_request_a_minute() {
    MessageId id = ((Claim.Fresh) claim()).id();
    clock.advance(Duration.ofSeconds(61));
    assertThat(claim()).isEqualTo(new Claim.Abandoned(id));
    assertThat(claim()).isInstanceOf(Claim.UnderWay.class);
    clock.advance(Duration.ofSeconds(61));
    assertThat(claim()).isEqualTo(new Claim.Abandoned(id));
  }

  @Test
  void the_key_of_a_refused_request_is_fresh_again_and_its_id_another() {
    MessageId refused = ((Claim.Fresh) claim()).id();
    keys.release(CLIENT, key);
    assertThat(((Claim.Fresh) claim()).id()).isNotEqualTo(refused);
  }

  @Test
  void another_body_under_the_key_is_told_apart() {
    claim();
    assertThat(keys.claim(CLIENT, key, OTHER_BODY)).isInstanceOf(Claim.OtherRequest.class);
  }

  @Test
  void a_key_is_forgotten_after_a_day() {
    claim();
    keys.answered(CLIENT, key, "{}");
    clock.advance(Duration.ofHours(25));
    keys.forgetOld();
    assertThat(claim()).isInstanceOf(Claim.Fresh.class);
  }

  private Claim claim() {
    return keys.claim(CLIENT, key, BODY);
  }
}

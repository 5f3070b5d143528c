package io.chasqui.web.api.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chasqui.app.accounts.Allowance;
import io.chasqui.app.accounts.HourlyAllowance;
import io.chasqui.app.intake.IdempotencyKeys;
import io.chasqui.app.intake.Intake;
import io.chasqui.app.intake.IntakeBusyException;
import io.chasqui.app.intake.IntakeUnsureException;
import io.chasqui.app.intake.Standing;
import io.chasqui.app.intake.SubmitBatch;
import io.chasqui.app.intake.SubmitRequest;
import io.chasqui.app.operations.AuthenticatedKey;
import io.chasqui.domain.account.Scope;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.encoding.EncodedText;
import io.chasqui.domain.message.MessageId;
import io.chasqui.web.api.problem.ProblemException;
import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done about each claim, told by use cases that only remember what they were asked. */
class SubmissionsTest {
  private static final MessageId ID = MessageId.of("01JD0000000000000000000000");
  private static final AuthenticatedKey CALLER =
      new AuthenticatedKey("client", "key", Set.of(Scope.SEND), 0);
  private static final SubmitRequest REQUEST =
      new SubmitRequest(
          "client",
          Address.infer("12345"),
          Msisdn.of("+5511999990000"),
          "hello",
          EncodedText.of("hello"),
          Optional.empty(),
          Duration.ofDays(1),
          Optional.empty());

  private final Submissions submissions = new Submissions();
  private final List<String> done = new ArrayList<>();
  private IdempotencyKeys.Claim claim = new IdempotencyKeys.Claim.Fresh(ID);
  private Standing standing = Standing.UNDECIDED;
  private int left = 1;
  private Runnable whileAccepting = () -> {};
  private Runnable whileStoring = () -> {};

  @BeforeEach
  void begin() {
    submissions.idempotency = new Keys();
    submissions.intake = new Line();
    submissions.allowance = new Hour();
  }

  @Test
  void the_first_is_accepted_and_its_answer_stored() {
    assertThat(submit()).contains(ID.toString());
    assertThat(done).containsExactly("claim", "accept", "store", "note settled");
  }

  @Test
  void an_abandoned_one_that_was_accepted_is_not_accepted_again() {
    claim = new IdempotencyKeys.Claim.Abandoned(ID);
    standing = Standing.ACCEPTED;
    assertThat(submit()).contains(ID.toString());
    assertThat(done).containsExactly("claim", "store", "note settled");
  }

  @Test
  void an_abandoned_one_that_was_not_is_accepted_under_its_id() {
    claim = new IdempotencyKeys.Claim.Abandoned(ID);
    standing = Standing.NOT_ACCEPTED;
    assertThat(submit()).contains(ID.toString());
    assertThat(done).containsExactly("claim", "accept", "store", "note settled");
  }

  @Test
  void while_nobody_knows_the_first_is_under_way() {
    claim = new IdempotencyKeys.Claim.Abandoned(ID);
    assertStatus(409);
    assertThat(done).containsExactly("claim");
  }

  @Test
  void however_long_the_first_takes_a_second_in_the_meantime_is_not_carried_out() {
    whileAccepting = () -> assertStatus(409);
    submit();
    assertThat(done).containsOnlyOnce("accept");
    left = 1;
    submit();
    assertThat(done).as("afterwards the key is asked for again").contains("claim", "claim");
  }

  @Test
  void a_refused_one_gives_its_key_back() {
    whileAccepting = () -> refuse(new IntakeBusyException("full", Duration.ofSeconds(5)));
    assertThatExceptionOfType(IntakeBusyException.class).isThrownBy(this::submit);
    assertThat(done).containsExactly("claim", "accept", "release");
  }

  @Test
  void one_that_may_be_accepted_keeps_its_key() {
    whileAccepting = () -> refuse(new IntakeUnsureException(ID));
    assertThatExceptionOfType(IntakeUnsureException.class).isThrownBy(this::submit);
    assertThat(done).containsExactly("claim", "accept");
  }

  @Test
  void an_accepted_one_is_answered_though_the_answer_cannot_be_stored_and_its_note_stays() {
    whileStoring = () -> refuse(new EJBException("the database is away"));
    assertThat(submit()).contains(ID.toString());
    assertThat(done).containsExactly("claim", "accept", "store");
  }

  @Test
  void what_the_hour_does_not_allow_is_refused_whole_and_gives_its_key_back() {
    left = 0;
    assertStatus(429);
    assertThat(done).containsExactly("claim", "release");
  }

  @Test
  void what_is_not_accepted_does_not_count_for_the_hour() {
    whileAccepting = () -> refuse(new IntakeBusyException("full", Duration.ofSeconds(5)));
    assertThatExceptionOfType(IntakeBusyException.class).isThrownBy(this::submit);
    assertThat(left).isEqualTo(1);
  }

  @Test
  void what_may_be_accepted_counts() {
    whileAccepting = () -> refuse(new IntakeUnsureException(ID));
    assertThatExceptionOfType(IntakeUnsureException.class).isThrownBy(this::submit);
    assertThat(left).isZero();
  }

  private String submit() {
    return submissions.submit(CALLER, "order-1", new byte[0], new SingleSubmission(REQUEST));
  }

  private void assertStatus(int status) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(this::submit)
        .satisfies(thrown -> assertThat(thrown.problem().status()).isEqualTo(status));
  }

  private static void refuse(RuntimeException exception) {
    throw exception;
  }

  private final class Hour extends HourlyAllowance {
    @Override
    public Allowance take(String keyId, int limit, int messages) {
      left -= messages;
      return new Allowance(left >= 0, Duration.ofMinutes(1));
    }

    @Override
    public void giveBack(String keyId, int limit, int messages) {
      left += messages;
    }
  }

  private final class Keys extends IdempotencyKeys {
    @Override
    public Claim claim(String clientId, String key, byte[] fingerprint) {
      done.add("claim");
      return claim;
    }

    @Override
    public void answered(String clientId, String key, String answer) {
      done.add("store");
      whileStoring.run();
    }

    @Override
    public void release(String clientId, String key) {
      done.add("release");
    }
  }

  private final class Line extends Intake {
    @Override
    public void accept(MessageId id, SubmitBatch batch) {
      assertThat(id).isEqualTo(ID);
      done.add("accept");
      whileAccepting.run();
    }

    @Override
    public Standing standing(MessageId id) {
      return standing;
    }

    @Override
    public void answered(MessageId id) {
      done.add("note settled");
    }
  }
}

package io.chasqui.app.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.accounts.TestClock;
import io.chasqui.domain.esme.BindVerdict;
import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.link.BindType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EsmeGateTest {
  private static final String HERE = "127.0.0.1";

  private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
  private final Acme.Told directory = new Acme.Told(Acme.snapshot(Acme.view()));
  private final EsmeGate gate = new EsmeGate();

  @BeforeEach
  void begin() {
    gate.directory = directory;
    gate.clock = clock;
    gate.prepare();
  }

  @Test
  void the_right_password_from_the_right_place_opens_with_the_accounts_limits() {
    assertThat(bind("acme", "secret", HERE))
        .isEqualTo(new BindVerdict.Granted(Acme.view().limits()));
  }

  @Test
  void an_unknown_system_id_is_told_so() {
    assertThat(status(bind("nobody", "secret", HERE))).isEqualTo(0x0F);
    assertThat(status(bind("", "secret", HERE))).isEqualTo(0x0F);
    assertThat(status(bind("a\r\nb", "secret", HERE))).isEqualTo(0x0F);
    assertThat(status(bind("ACME", "secret", HERE))).isEqualTo(0x0F);
  }

  @Test
  void a_wrong_password_is_told_so() {
    assertThat(status(bind("acme", "Secret", HERE))).isEqualTo(0x0E);
    assertThat(status(bind("acme", "", HERE))).isEqualTo(0x0E);
  }

  @Test
  void another_address_is_refused_whatever_the_password() {
    assertThat(status(bind("acme", "secret", "10.0.0.1"))).isEqualTo(0x0D);
    assertThat(status(bind("acme", "wrong", "10.0.0.1"))).isEqualTo(0x0D);
    bind("acme", "secret", HERE);
    assertThat(status(bind("acme", "secret", "10.0.0.1"))).isEqualTo(0x0D);
  }

  @Test
  void an_account_that_is_switched_off_is_refused_even_if_it_was_in_a_moment_ago() {
    bind("acme", "secret", HERE);
    directory.show(Acme.snapshot(Acme.switchedOff()));
    assertThat(status(bind("acme", "secret", HERE))).isEqualTo(0x0D);
  }

  @Test
  void a_changed_password_ends_the_old_one_at_once() {
    bind("acme", "secret", HERE);
    directory.show(Acme.snapshot(Acme.withPassword("other")));
    assertThat(status(bind("acme", "secret", HERE))).isEqualTo(0x0E);
    assertThat(bind("acme", "other", HERE)).isInstanceOf(BindVerdict.Granted.class);
  }

  @Test
  void guessing_must_wait_and_so_must_the_right_password_but_not_from_elsewhere() {
    for (int i = 0; i < 5; i++) {
      assertThat(status(bind("acme", "guess" + i, HERE))).isEqualTo(0x0E);
    }
    assertThat(status(bind("acme", "secret", HERE))).isEqualTo(0x0D);
    assertThat(bind("acme", "secret", "127.0.0.2")).isInstanceOf(BindVerdict.Granted.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(bind("acme", "secret", HERE)).isInstanceOf(BindVerdict.Granted.class);
  }

  @Test
  void an_address_that_tries_many_names_must_wait_but_not_who_was_in_lately() {
    directory.show(Acme.snapshot(Acme.view("0.0.0.0/0", GsmCoding.GSM7, List.of())));
    bind("acme", "secret", HERE);
    for (int i = 0; i < 50; i++) {
      assertThat(status(bind("name" + i, "x", HERE))).isEqualTo(0x0F);
    }
    assertThat(status(bind("name51", "x", HERE))).isEqualTo(0x0D);
    assertThat(bind("acme", "secret", HERE)).isInstanceOf(BindVerdict.Granted.class);
  }

  @Test
  void a_refusal_says_nothing_of_the_password() {
    assertThat(bind("acme", "hunter2", HERE).toString()).doesNotContain("hunter2");
  }

  private BindVerdict bind(String systemId, String password, String peer) {
    return gate.admit(
        new EsmeBind(systemId, password, "", BindType.TRANSCEIVER, 0x34, address(peer), false));
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static int status(BindVerdict verdict) {
    return ((BindVerdict.Refused) verdict).commandStatus();
  }
}

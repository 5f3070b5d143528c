package io.chasqui.app.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.app.accounts.PasswordHash;
import io.chasqui.app.accounts.TestClock;
import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.persistence.TransactionPerTest;
import io.chasqui.app.persistence.TransactionPerTest.Fired;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.account.Client;
import io.chasqui.domain.admission.IpNetwork;
import io.chasqui.domain.esme.AccountTerms;
import io.chasqui.domain.esme.EsmeAccount.ReceiptPdu;
import io.chasqui.domain.esme.EsmePassword;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.LongMo;
import io.chasqui.domain.esme.SenderPattern;
import io.chasqui.domain.esme.SmppAccount;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SMPP accounts on the real database. */
class SmppAccountsTest {
  private static final SystemId ACME = SystemId.of("acme");
  private static final AccountTerms TERMS =
      new AccountTerms(
          List.of(IpNetwork.of("127.0.0.1/32"), IpNetwork.of("fd00::/8")),
          4,
          100,
          25,
          OptionalInt.of(1),
          ReceiptPdu.DATA_SM,
          GsmCoding.LATIN1,
          LongMo.PAYLOAD,
          List.of(SenderPattern.of("My Shop"), SenderPattern.of("+5511*")),
          true);

  @RegisterExtension final TransactionPerTest jpa = new TransactionPerTest();

  private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
  private final Fired<SettingsSaved> saved = new Fired<>();
  private final SmppAccounts accounts = new SmppAccounts();
  private String client;

  @BeforeEach
  void begin() {
    accounts.database = jpa.database();
    accounts.saved = saved;
    accounts.clock = clock;
    client = client();
  }

  @Test
  void an_account_is_found_as_it_was_made() {
    accounts.create(client, order("secret"));
    jpa.store();
    SmppAccount account = accounts.get(client, ACME);
    assertThat(account.terms()).isEqualTo(TERMS);
    assertThat(account.createdAt()).isEqualTo(clock.instant());
    assertThat(accounts.list(client)).hasSize(1);
    assertThat(saved.events).containsExactly(SettingsSaved.OTHER);
  }

  @Test
  void the_password_is_kept_as_a_slow_hash() {
    accounts.create(client, order("secret"));
    jpa.store();
    String hash = accounts.get(client, ACME).passwordHash();
    assertThat(hash).startsWith("PBKDF2").doesNotContain("secret");
    assertThat(PasswordHash.matches("secret", hash)).isTrue();
  }

  @Test
  void an_edit_without_a_password_keeps_it_and_puts_the_terms_in_force() {
    accounts.create(client, order("secret"));
    jpa.store();
    AccountTerms none =
        new AccountTerms(
            AccountTerms.ANYWHERE,
            1,
            1,
            0,
            OptionalInt.empty(),
            ReceiptPdu.DELIVER_SM,
            GsmCoding.GSM7,
            LongMo.UDH,
            List.of(),
            false);
    accounts.change(client, new SmppAccountOrder(ACME, Optional.empty(), none));
    jpa.store();
    SmppAccount changed = accounts.get(client, ACME);
    assertThat(changed.terms()).isEqualTo(none);
    assertThat(PasswordHash.matches("secret", changed.passwordHash())).isTrue();
  }

  @Test
  void a_system_id_is_taken_once_over_all_clients() {
    accounts.create(client, order("secret"));
    String other = client();
    assertThatThrownBy(() -> accounts.create(other, order("x")))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> accounts.get(other, ACME)).isInstanceOf(NoSuchThingException.class);
  }

  @Test
  void an_account_needs_a_password_and_a_client() {
    SmppAccountOrder without = new SmppAccountOrder(ACME, Optional.empty(), TERMS);
    assertThatThrownBy(() -> accounts.create(client, without))
        .isInstanceOf(InvalidFieldException.class);
    assertThatThrownBy(() -> accounts.create("NOBODY", order("x")))
        .isInstanceOf(NoSuchThingException.class);
  }

  @Test
  void a_deleted_account_is_gone() {
    accounts.create(client, order("secret"));
    jpa.store();
    accounts.delete(client, ACME);
    jpa.store();
    assertThatThrownBy(() -> accounts.get(client, ACME)).isInstanceOf(NoSuchThingException.class);
  }

  private static SmppAccountOrder order(String password) {
    return new SmppAccountOrder(ACME, Optional.of(EsmePassword.of(password)), TERMS);
  }

  private String client() {
    String id = MessageId.next(clock).toString();
    jpa.database().persist(Client.of(id, "client", clock.instant()));
    return id;
  }
}

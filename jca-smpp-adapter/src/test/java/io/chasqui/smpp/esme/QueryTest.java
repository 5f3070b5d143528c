package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.QueriedState;
import io.chasqui.domain.receipt.ReceiptState;
import io.chasqui.smpp.smsc.Pdu;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static final int QUERY = 0x03;
  private static final int REPLACE = 0x07;
  private static final int CANCEL = 0x08;
  private static final String ID = "01JABCDEFGHJKMNPQRSTVWXYZ0";

  private final EsmeRig rig = new EsmeRig().start();

  @AfterEach
  void close() {
    rig.close();
  }

  private static byte[] query() {
    return new Body().text(ID).octet(5, 0).text("Shop").bytes();
  }

  private static byte[] cancel(String id) {
    return new Body().text("CMT").text(id).octet(5, 0).text("Shop").octet(1, 1).text("551").bytes();
  }

  private static byte[] replace() {
    return new Body()
        .text(ID)
        .octet(5, 0)
        .text("Shop")
        .text("")
        .text("000002000000000R")
        .octet(1, 0, 3)
        .hex("616263")
        .bytes();
  }

  @Test
  void a_final_state_is_told_with_its_date_and_error() {
    rig.application.onQueries(
        query ->
            new EsmeReply.State(
                new QueriedState(
                    ReceiptState.UNDELIVERABLE,
                    Optional.of(Instant.parse("2026-11-22T15:00:00Z")),
                    42)));
    Pdu answer = rig.bound().ask(QUERY, query());
    assertThat(answer.command()).isEqualTo(QUERY | Pdu.RESPONSE);
    assertThat(answer.body())
        .isEqualTo(new Body().text(ID).text("261122150000000+").octet(5, 42).bytes());
    assertThat(rig.application.queries())
        .containsExactly(new EsmeQuery.State(EsmeRig.ACME, ID, Address.of(5, 0, "Shop")));
  }

  @Test
  void a_state_on_its_way_has_no_date() {
    rig.application.onQueries(
        query -> new EsmeReply.State(new QueriedState(ReceiptState.ENROUTE, Optional.empty(), 0)));
    assertThat(rig.bound().ask(QUERY, query()).body())
        .isEqualTo(new Body().text(ID).text("").octet(1, 0).bytes());
  }

  @Test
  void a_message_is_cancelled_by_its_id() {
    Pdu answer = rig.bound().ask(CANCEL, cancel(ID));
    assertThat(answer.command()).isEqualTo(CANCEL | Pdu.RESPONSE);
    assertThat(answer.status()).isZero();
    assertThat(rig.application.queries())
        .containsExactly(
            new EsmeQuery.Cancel(
                EsmeRig.ACME,
                Optional.of(ID),
                "CMT",
                Address.of(5, 0, "Shop"),
                Address.of(1, 1, "551")));
  }

  @Test
  void messages_are_cancelled_by_their_addresses() {
    assertThat(rig.bound().ask(CANCEL, cancel("")).status()).isZero();
    assertThat(((EsmeQuery.Cancel) rig.application.queries().get(0)).messageId()).isEmpty();
  }

  @Test
  void a_message_is_replaced() {
    Pdu answer = rig.bound().ask(REPLACE, replace());
    assertThat(answer.command()).isEqualTo(REPLACE | Pdu.RESPONSE);
    assertThat(answer.status()).isZero();
    EsmeQuery.Replace replace = (EsmeQuery.Replace) rig.application.queries().get(0);
    assertThat(replace.messageId()).isEqualTo(ID);
    assertThat(replace.replacement().content().octets()).isEqualTo(SubmitFields.latin("abc"));
    assertThat(replace.replacement().notBefore()).isEmpty();
    assertThat(replace.replacement().validUntil()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x0C, 0x11, 0x13, 0x67})
  void a_refusal_is_the_answer(int status) {
    rig.application.onQueries(query -> new EsmeReply.Refused(status, "no"));
    TestEsme esme = rig.bound();
    assertThat(esme.ask(QUERY, query()).status()).isEqualTo(status);
    assertThat(esme.ask(CANCEL, cancel(ID)).status()).isEqualTo(status);
    assertThat(esme.ask(REPLACE, replace()).status()).isEqualTo(status);
  }

  @Test
  void an_application_that_fails_is_a_system_error() {
    rig.application.onQueries(
        query -> {
          throw new IllegalStateException("no database");
        });
    TestEsme esme = rig.bound();
    assertThat(esme.ask(QUERY, query()).status()).isEqualTo(0x08);
    assertThat(esme.submit(SubmitFields.good()).status()).isZero();
  }
}

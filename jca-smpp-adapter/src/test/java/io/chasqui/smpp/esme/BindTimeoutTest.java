package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.smpp.smsc.Pdu;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BindTimeoutTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final EsmeRig rig =
      new EsmeRig().start(EsmeRig.timed(Duration.ofSeconds(2), LONG, LONG, LONG));

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void who_does_not_bind_is_closed() {
    assertThat(rig.esme().isClosedByServer()).isTrue();
  }

  @Test
  void who_only_says_other_things_is_closed_as_well() {
    TestEsme esme = rig.esme();
    esme.send(SubmitFields.good().pdu(1));
    esme.send(Pdu.of(Pdu.ENQUIRE_LINK, 0, 2));
    assertThat(esme.isClosedByServer()).isTrue();
  }

  @Test
  void who_has_bound_stays() {
    TestEsme stays = rig.bound();
    assertThat(rig.esme().isClosedByServer()).isTrue();
    assertThat(stays.submit(SubmitFields.good()).status()).isZero();
  }
}

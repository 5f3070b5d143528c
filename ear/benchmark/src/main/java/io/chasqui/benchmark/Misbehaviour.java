package io.chasqui.benchmark;

import java.io.IOException;

/** The ways in which a peer may misbehave; each lasts one connection. */
enum Misbehaviour {
  GIANT_LENGTH(esme -> esme.bind().send(EsmePdus.header(Integer.MAX_VALUE, 4, 2)).drain(1)),
  NEGATIVE_LENGTH(esme -> esme.send(EsmePdus.header(-1, EsmePdus.BIND_TRANSCEIVER, 1)).drain(1)),
  GARBAGE(esme -> esme.bind().send(esme.garbage(4000)).drain(1)),
  GARBAGE_UNBOUND(esme -> esme.send(esme.garbage(4000)).drain(1)),
  HALF_A_PDU(esme -> esme.bind().sendHalf(EsmePdus.submit(2)).drain(5)),
  OCTET_BY_OCTET(esme -> esme.bind().sendSplit(EsmePdus.submit(2)).drain(1)),
  NEVER_READS(esme -> esme.bind().sendForever(EsmePdus.pdu(EsmePdus.ENQUIRE_LINK, 2))),
  NEVER_ANSWERS(esme -> esme.bind().drain(30)),
  ANSWERS_TWICE(esme -> esme.bind().answerTwice()),
  ANSWERS_UNASKED(
      esme ->
          esme.bind()
              .sendMany(
                  500, n -> EsmePdus.pdu(EsmePdus.DELIVER_SM | EsmePdus.RESPONSE, n, (byte) 0))
              .drain(1)),
  SEQUENCE_ZERO_AND_WRAP(
      esme ->
          esme.bind()
              .send(EsmePdus.submit(0))
              .send(EsmePdus.submit(Integer.MAX_VALUE))
              .send(EsmePdus.submit(Integer.MIN_VALUE))
              .send(EsmePdus.submit(0))
              .drain(1)),
  BEYOND_THE_WINDOW(esme -> esme.bind().sendMany(1000, EsmePdus::submit).drain(1)),
  BAD_BODIES(esme -> esme.bind().sendMany(200, n -> esme.badBody(n)).drain(1)),
  NEVER_BINDS(esme -> esme.drain(15)),
  SUBMITS_UNBOUND(esme -> esme.send(EsmePdus.submit(1)).drain(1)),
  WRONG_PASSWORD(esme -> esme.guess().drain(10)),
  HALF_CLOSED(esme -> esme.bind().closeItsHalf().drain(30)),
  LEAVES_AT_ONCE(esme -> {});

  @FunctionalInterface
  private interface Act {
    void on(BadSession esme) throws IOException;
  }

  private final Act act;

  Misbehaviour(Act act) {
    this.act = act;
  }

  /**
   * @throws IOException when the server has cut the connection
   */
  void on(BadSession esme) throws IOException {
    act.on(esme);
  }
}

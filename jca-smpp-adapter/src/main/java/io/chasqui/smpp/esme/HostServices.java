package io.chasqui.smpp.esme;

import io.chasqui.smpp.wire.WireCounters;

/**
 * What the sessions of one server share.
 *
 * @param door whether the server takes anything at all
 * @param figures of all sessions together
 * @param wire counts what all sessions read and write
 */
record HostServices(
    EsmeSurroundings around,
    AccountBook accounts,
    BindDesk binds,
    SubmitLine submits,
    QueryDesk queries,
    Agenda agenda,
    Door door,
    Figures figures,
    WireCounters wire) {

  static HostServices of(EsmeSurroundings around) {
    return new HostServices(
        around,
        new AccountBook(around),
        new BindDesk(around),
        new SubmitLine(around),
        new QueryDesk(around),
        new Agenda(around.nanos()),
        new Door(),
        Figures.ofAll(),
        new WireCounters());
  }
}

package io.chasqui.smpp.esme;

/**
 * What the sessions of one server share.
 *
 * @param door whether the server takes anything at all
 */
record HostServices(
    EsmeSurroundings around,
    AccountBook accounts,
    BindDesk binds,
    SubmitLine submits,
    QueryDesk queries,
    Agenda agenda,
    Door door) {

  static HostServices of(EsmeSurroundings around) {
    return new HostServices(
        around,
        new AccountBook(around),
        new BindDesk(around),
        new SubmitLine(around),
        new QueryDesk(around),
        new Agenda(around.nanos()),
        new Door());
  }
}

package io.chasqui.domain.esme;

import java.util.List;

/**
 * What ESMEs ask of the application. Called on threads that may block; by several at once. An
 * exception counts as ESME_RSYSERR: nothing was done, and the ESME may ask again.
 */
public interface EsmeListener {

  /**
   * Asked again about a bind that was granted, once its session can be found and ended: what was
   * changed in between counts.
   */
  BindVerdict onBind(EsmeBind bind);

  /**
   * Submits of any sessions, in batches of what has arrived; each session's in their order.
   *
   * @return an answer each, in the same order; {@link EsmeReply.Done} only once durable
   */
  List<EsmeReply> onSubmits(List<EsmeSubmit> batch);

  /**
   * {@link EsmeReply.State} answers an {@link EsmeQuery.State}, {@link EsmeReply.Done} the others.
   */
  EsmeReply onQuery(EsmeQuery query);

  /**
   * An account has got its first receiving session, or lost its last: what waits for it may leave,
   * or must wait. A hint; it may come late.
   */
  void onPresence(SystemId account, boolean receiving);
}

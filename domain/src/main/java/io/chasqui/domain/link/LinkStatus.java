package io.chasqui.domain.link;

import java.time.Instant;

/**
 * A link as it is now.
 *
 * @param detail the reason in the operator's words, e.g. "carrier-a:2775: Connection refused; next
 *     attempt in 4 s"; empty when there is nothing to say
 * @param boundSessions sessions bound now
 * @param inFlight submits waiting for an answer now
 * @param since when the state began
 */
public record LinkStatus(
    LinkState state, String detail, int boundSessions, int inFlight, Instant since) {
  public static LinkStatus stopped(Instant since) {
    return new LinkStatus(LinkState.STOPPED, "", 0, 0, since);
  }
}

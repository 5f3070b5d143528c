package io.chasqui.domain.esme;

import java.util.Map;

/**
 * What the SMPP server has done since the adapter started, and what it does now.
 *
 * @param connections open now, bound or not
 * @param connectionsRefused for the limits of accepting, on the ports open now
 * @param sessions bound now
 * @param binds granted
 * @param bindsRefused for whatever reason
 * @param submitted messages taken in
 * @param throttled requests answered with ESME_RTHROTTLED
 * @param delivered messages and receipts that ESMEs have taken
 * @param strays responses to nothing that was asked, or too late
 * @param pdusIn PDUs of bound sessions read by command, e.g. {@code submit_sm}
 * @param pdusOut PDUs of bound sessions written by command
 * @param octetsIn of bound sessions
 * @param octetsOut of bound sessions
 */
public record EsmeServerFigures(
    int connections,
    long connectionsRefused,
    int sessions,
    long binds,
    long bindsRefused,
    long submitted,
    long throttled,
    long delivered,
    long strays,
    Map<String, Long> pdusIn,
    Map<String, Long> pdusOut,
    long octetsIn,
    long octetsOut) {
  public static final EsmeServerFigures NONE =
      new EsmeServerFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of(), 0, 0);

  public EsmeServerFigures {
    pdusIn = Map.copyOf(pdusIn);
    pdusOut = Map.copyOf(pdusOut);
  }
}

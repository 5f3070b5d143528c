package io.chasqui.domain.link;

import java.util.Map;

/**
 * What a link has done since the adapter started, and what it does now.
 *
 * @param pdusIn PDUs read by command, e.g. {@code submit_sm_resp}
 * @param pdusOut PDUs written by command
 * @param throttles answers that said we are too fast
 * @param unknown submits whose answer did not come in time, or at all
 * @param lateAnswers answers that came after their submit's outcome was called unknown
 * @param windowWait how long the pipeline waited for a free place
 * @param responseTime from a submit to its answer
 * @param segmentsPerSecond allowed now; 0 = no limit
 */
public record LinkFigures(
    Map<String, Long> pdusIn,
    Map<String, Long> pdusOut,
    long octetsIn,
    long octetsOut,
    long throttles,
    long unknown,
    long lateAnswers,
    Timings windowWait,
    Timings responseTime,
    double segmentsPerSecond,
    Bottleneck bottleneck) {
  public static final LinkFigures NONE =
      new LinkFigures(
          Map.of(), Map.of(), 0, 0, 0, 0, 0, Timings.NONE, Timings.NONE, 0, Bottleneck.IDLE);

  public LinkFigures {
    pdusIn = Map.copyOf(pdusIn);
    pdusOut = Map.copyOf(pdusOut);
  }
}

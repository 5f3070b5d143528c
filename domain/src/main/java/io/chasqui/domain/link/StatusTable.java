package io.chasqui.domain.link;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A connector's policies by command_status (SMPP 3.4, table 5-2); a status that is not listed
 * speaks of the message, and for good.
 */
public record StatusTable(Map<Integer, StatusPolicy> policies) {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

  /**
   * Waits and counts as Jasmin's; besides, what speaks of the session or of a moment's trouble.
   * Where a whole queue waits, the same time in all is divided into shorter pauses.
   */
  public static final StatusTable STANDARD =
      new StatusTable(
          Map.of(
              // ESME_RINVBNDSTS: the SMSC has forgotten our bind.
              0x04, StatusPolicy.rebind(5),
              // ESME_RSYSERR
              0x08, StatusPolicy.retry(2, HALF_A_MINUTE),
              // ESME_RMSGQFUL
              0x14, StatusPolicy.throttle(36, Duration.ofSeconds(10)),
              // ESME_RSUBMITFAIL
              0x45, StatusPolicy.retry(2, HALF_A_MINUTE),
              // ESME_RTHROTTLED
              0x58, StatusPolicy.throttle(600, Duration.ofSeconds(1)),
              // ESME_RINVSCHED
              0x61, StatusPolicy.retry(2, Duration.ofSeconds(300)),
              // ESME_RX_T_APPN
              0x64, StatusPolicy.retry(2, HALF_A_MINUTE)));

  public StatusTable {
    policies = Map.copyOf(policies);
  }

  public StatusPolicy policy(int commandStatus) {
    return policies.getOrDefault(commandStatus, StatusPolicy.FAIL);
  }

  public StatusTable with(int commandStatus, StatusPolicy policy) {
    Map<Integer, StatusPolicy> changed = new HashMap<>(policies);
    changed.put(commandStatus, policy);
    return new StatusTable(changed);
  }
}

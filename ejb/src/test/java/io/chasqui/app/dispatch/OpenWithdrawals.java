package io.chasqui.app.dispatch;

import io.chasqui.domain.outgoing.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Withdrawals as a pump sees them. */
public final class OpenWithdrawals {
  private static final String ENVELOPE = "an envelope";

  private OpenWithdrawals() {}

  public static Withdrawals create() {
    Withdrawals withdrawals = new Withdrawals();
    withdrawals.open(Map.of());
    return withdrawals;
  }

  /** Whether a pump would send it; it comes back at once. */
  public static boolean mayLeave(Withdrawals withdrawals, OutgoingMessage message) {
    boolean leaves = !takeUp(withdrawals, message).isEmpty();
    withdrawals.landed(ENVELOPE);
    return leaves;
  }

  /** Whether a pump would put it back into its queue. */
  public static boolean isHeld(Withdrawals withdrawals, OutgoingMessage message) {
    List<OutgoingMessage> held = new ArrayList<>();
    withdrawals.takeUp(ENVELOPE, List.of(message), held::add);
    withdrawals.landed(ENVELOPE);
    return !held.isEmpty();
  }

  /** Gives it to a link, if it may leave. */
  public static List<OutgoingMessage> takeUp(Withdrawals withdrawals, OutgoingMessage message) {
    return withdrawals.takeUp(ENVELOPE, List.of(message), held -> {});
  }
}

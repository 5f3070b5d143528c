package io.chasqui.modem.pool;

import io.chasqui.modem.device.SendFault;
import io.chasqui.modem.device.SendResult;
import io.chasqui.modem.device.SendResult.InDoubt;
import io.chasqui.modem.device.SendResult.NotSent;
import io.chasqui.modem.device.SendResult.Sent;
import io.chasqui.modem.pool.Parcel.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one modem made of a parcel: tells what is settled, and keeps what another may send. */
final class Settlement {
  private final Outcomes outcomes;
  private final String modem;
  private final List<Item> left = new ArrayList<>();
  private int sent;
  private int inDoubt;
  private Optional<NotSent> refusal = Optional.empty();

  private Settlement(Outcomes outcomes, String modem) {
    this.outcomes = outcomes;
    this.modem = modem;
  }

  static Settlement of(Parcel parcel, List<SendResult> results, Outcomes outcomes, String modem) {
    Settlement settlement = new Settlement(outcomes, modem);
    for (int at = 0; at < parcel.items().size(); at++) {
      settlement.take(parcel.items().get(at), results.get(at));
    }
    return settlement;
  }

  private void take(Item item, SendResult result) {
    if (result instanceof Sent taken) {
      sent++;
      outcomes.accepted(item, taken.reference());
    } else if (result instanceof InDoubt doubt) {
      inDoubt++;
      outcomes.unknown(item, modem + ": " + doubt.reason());
    } else if (result instanceof NotSent not) {
      refusal = Optional.of(not);
      refused(item, not);
    }
  }

  private void refused(Item item, NotSent not) {
    String reason = modem + ": " + not.reason();
    switch (not.fault()) {
      case MESSAGE -> outcomes.rejected(item, reason);
      case NETWORK -> outcomes.failedForNow(item, reason);
      case BUSY, MODEM -> keep(item, reason);
    }
  }

  /** Parts of one message from two numbers are no message: the rest waits for its SIM. */
  private void keep(Item item, String reason) {
    if (sent + inDoubt > 0) {
      outcomes.failedForNow(item, reason);
    } else {
      left.add(item);
    }
  }

  int sent() {
    return sent;
  }

  int inDoubt() {
    return inDoubt;
  }

  /** Why the last part was not sent; empty when all were. */
  Optional<SendFault> fault() {
    return refusal.map(NotSent::fault);
  }

  String reason() {
    return refusal.map(NotSent::reason).orElse("no answer");
  }

  /** What another modem may send. */
  List<Item> left() {
    return left;
  }
}

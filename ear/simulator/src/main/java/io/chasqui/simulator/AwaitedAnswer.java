package io.chasqui.simulator;

import java.util.concurrent.CompletableFuture;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.bean.Command;
import org.jsmpp.extra.PendingResponse;

/** Hands a deliver_sm_resp to whoever awaits it, without a thread blocked in between. */
final class AwaitedAnswer extends PendingResponse<Command> {

  private final CompletableFuture<Integer> status;

  AwaitedAnswer(CompletableFuture<Integer> status) {
    super(0);
    this.status = status;
  }

  @Override
  public void done(Command response) {
    status.complete(response.getCommandStatus());
  }

  @Override
  public void doneWithInvalidResponse(InvalidResponseException e) {
    if (e instanceof GenericNackResponseException nack) {
      status.complete(nack.getCommandStatus());
    } else {
      status.completeExceptionally(e);
    }
  }
}

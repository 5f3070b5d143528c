package io.chasqui.smpp.wire;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.RecvByteBufAllocator;
import java.util.EnumSet;
import java.util.Set;

/** Whether a channel is read, and how much of it at once. On its event loop only. */
final class Reading {
  /** Why it is not. */
  enum Stop {
    /** The peer leaves too much of what was written unread. */
    UNREAD,
    /** The peer has said too much that leads to nothing. */
    NOISE
  }

  private static final int LEAST = 512;
  private static final int MOST = 4096;

  /**
   * Once in a turn of the loop, and little: whatever a channel sends, those beside it have their
   * turn a moment later. One turn of a flood of the shortest PDUs is 256 of them.
   */
  static final RecvByteBufAllocator A_LITTLE_A_TURN =
      new AdaptiveRecvByteBufAllocator(LEAST, MOST, MOST).maxMessagesPerRead(1);

  private final Channel channel;
  private final Set<Stop> stops = EnumSet.noneOf(Stop.class);

  Reading(Channel channel) {
    this.channel = channel;
  }

  void stop(Stop why) {
    stops.add(why);
    channel.config().setAutoRead(false);
  }

  /** Goes on, unless it stopped for another reason too. */
  void resume(Stop why) {
    stops.remove(why);
    channel.config().setAutoRead(stops.isEmpty());
  }

  boolean isStopped(Stop why) {
    return stops.contains(why);
  }
}

package io.chasqui.benchmark.pipeline;

import java.util.List;

/**
 * Who sends what, and who must have got it in the end.
 *
 * @param words the sender's command
 * @param receivers the first one's arrivals are timed
 */
record Traffic(Peer sender, String words, List<Peer> receivers) {
  static Traffic from(Peer sender, Peer... receivers) {
    return new Traffic(sender, "send", List.of(receivers));
  }
}

package io.chasqui.modem.at;

import io.chasqui.modem.port.SerialLine;
import java.io.IOException;
import java.time.Duration;

/** Reads a line until it ends, and posts what it hears; waits, off the processor, in between. */
final class LineReader implements Runnable {
  private static final Duration ROOM_PATIENCE = Duration.ofMillis(500);

  private final AtChannel channel;
  private final SerialLine line;
  private final Mailbox mailbox;

  LineReader(AtChannel channel, SerialLine line, Mailbox mailbox) {
    this.channel = channel;
    this.line = line;
    this.mailbox = mailbox;
  }

  @Override
  public void run() {
    AtTokenizer tokenizer = new AtTokenizer();
    byte[] octets = new byte[512];
    try {
      for (int count = line.read(octets); count >= 0; count = line.read(octets)) {
        for (AtToken token : tokenizer.feed(octets, count)) {
          post(new Mail.Heard(channel, token));
        }
      }
    } catch (IOException e) {
      post(new Mail.Lost(channel, e.getMessage()));
    }
  }

  /** Waits while there is no room, at most until the channel is closed. */
  private void post(Mail mail) {
    try {
      while (!channel.isClosed() && !mailbox.offer(mail, ROOM_PATIENCE)) {
        continue;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

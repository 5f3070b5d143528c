package io.chasqui.modem.at;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where everything meets that a modem's actor must do; any thread posts, the actor alone takes.
 * Requests that come while a command is under way are put aside, in their order.
 */
final class Mailbox {
  /** Beyond which whoever posts waits: a modem that floods is read no faster than it is heard. */
  private static final int ROOM = 4096;

  private final BlockingQueue<Mail> mails = new LinkedBlockingQueue<>(ROOM);
  private final Deque<Mail> aside = new ArrayDeque<>();

  /**
   * @return whether there was room, now or within {@code patience}
   */
  boolean offer(Mail mail, Duration patience) throws InterruptedException {
    return mails.offer(mail, patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The same without waiting. */
  boolean offer(Mail mail) {
    return mails.offer(mail);
  }

  /**
   * Of modem and port alone.
   *
   * @return empty after {@code patience}, or at once when there is none
   */
  Optional<Mail> whileBusy(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (Mail mail = until(end); mail != null; mail = until(end)) {
      if (!(mail instanceof Mail.Asked)) {
        return Optional.of(mail);
      }
      aside.add(mail);
    }
    return Optional.empty();
  }

  /** Of anybody. */
  Optional<Mail> next(Duration patience) throws InterruptedException {
    return aside.isEmpty()
        ? Optional.ofNullable(until(System.nanoTime() + patience.toNanos()))
        : Optional.of(aside.remove());
  }

  private Mail until(long end) throws InterruptedException {
    return mails.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
  }
}

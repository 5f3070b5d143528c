package io.chasqui.web.push;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One open page. Writes without blocking: an event that a slow browser cannot take yet is replaced
 * by the next one, so it never holds up the others nor fills the memory.
 */
class LiveListener implements WriteListener {
  private final AsyncContext async;
  private final ServletOutputStream output;
  private final AtomicReference<String> waiting = new AtomicReference<>();
  private volatile boolean gone;

  LiveListener(AsyncContext async, ServletOutputStream output) {
    this.async = async;
    this.output = output;
  }

  void open() {
    waiting.set("retry: 2000\nevent: beat\ndata: 0\n\n");
    output.setWriteListener(this);
  }

  /** Sends the event, or the next one sent instead of it. */
  void send(String event, long version) {
    waiting.set("event: " + event + "\ndata: " + version + "\n\n");
    drain();
  }

  boolean isGone() {
    return gone;
  }

  @Override
  public void onWritePossible() {
    drain();
  }

  @Override
  public void onError(Throwable cause) {
    end();
  }

  /** Ends the stream; the browser will try again. */
  synchronized void end() {
    if (!gone) {
      gone = true;
      async.complete();
    }
  }

  private synchronized void drain() {
    try {
      while (!gone && output.isReady()) {
        String next = waiting.getAndSet(null);
        if (next == null) {
          return;
        }
        output.write(next.getBytes(StandardCharsets.UTF_8));
        if (output.isReady()) {
          output.flush();
        }
      }
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }
}

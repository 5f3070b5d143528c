package io.chasqui.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that say what leads to nothing, again and again, on a channel whose time stands still. */
class NoisyPeerTest {
  private static final int UNKNOWN = 0x7777;
  private static final int UNKNOWN_RESPONSE = 0x80007777;
  private static final int ENQUIRE_LINK = 0x15;
  private static final int ENQUIRE_LINK_RESP = 0x80000015;
  private static final int SUBMIT_SM = 0x04;

  private final AtomicLong now = new AtomicLong();
  private final Wire wire =
      new Wire(1, command -> new Thread(command).start(), now::get, WireLimits.STANDARD);
  private final EmbeddedChannel channel = new EmbeddedChannel();

  NoisyPeerTest() {
    channel.freezeTime();
    new SessionStart(wire, () -> {}, session -> new Taking())
        .on(channel, new InetSocketAddress("127.0.0.1", 1));
  }

  /** A protocol that takes whatever comes. */
  private static final class Taking implements WireListener {
    @Override
    public void onPdu(WireSession session, Pdu pdu) {}

    @Override
    public void onClosed(WireSession session, String reason) {}
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
    wire.stop(Duration.ofSeconds(1));
  }

  private void say(int command, int times) {
    for (int i = 0; i < times; i++) {
      byte[] pdu = Pdu.of(CommandId.ENQUIRE_LINK, 0, i + 1).octets();
      ByteBuffer.wrap(pdu).putInt(4, command);
      channel.writeInbound(Unpooled.wrappedBuffer(pdu));
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
    channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
    channel.runPendingTasks();
  }

  private boolean isRead() {
    return channel.config().isAutoRead();
  }

  @ParameterizedTest
  @ValueSource(ints = {ENQUIRE_LINK, ENQUIRE_LINK_RESP, UNKNOWN, UNKNOWN_RESPONSE})
  void who_makes_too_much_noise_is_read_again_after_a_rest(int command) {
    say(command, WireLimits.STANDARD.noise());
    assertThat(isRead()).isTrue();
    say(command, 1);
    assertThat(isRead()).isFalse();
    pass(Duration.ofMillis(50));
    assertThat(isRead()).isFalse();
    pass(Duration.ofMillis(100));
    assertThat(isRead()).isTrue();
  }

  @Test
  void what_is_read_all_the_same_makes_the_rest_longer() {
    say(ENQUIRE_LINK, 2 * WireLimits.STANDARD.noise());
    pass(Duration.ofMillis(900));
    assertThat(isRead()).isFalse();
    pass(Duration.ofMillis(300));
    assertThat(isRead()).isTrue();
  }

  @Test
  void what_the_protocol_takes_is_no_noise() {
    say(SUBMIT_SM, 10 * WireLimits.STANDARD.noise());
    assertThat(isRead()).isTrue();
  }
}

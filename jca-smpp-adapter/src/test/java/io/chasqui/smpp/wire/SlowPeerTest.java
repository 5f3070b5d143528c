package io.chasqui.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Peers that send and do not read. */
class SlowPeerTest {
  private static final int KIBI = 1024;

  /** Kibioctets; Linux lets both sockets grow to some 10 MiB. */
  private static final int MORE_THAN_SOCKETS_HOLD = 20 * KIBI;

  private static final int ALL_IT_LIKES = Integer.MAX_VALUE;

  private WireRig rig = new WireRig();

  @AfterEach
  void close() {
    rig.close();
  }

  private RawPeer bound(WireLimits limits) throws IOException {
    rig.close();
    rig = new WireRig(limits);
    RawPeer peer = new RawPeer(rig.serve(WireRig.anywhere()).address());
    peer.send(Pdu.of(CommandId.BIND_TRANSCEIVER, 0, 1));
    peer.read();
    return peer;
  }

  private static Pdu big() {
    byte[] octets = new byte[KIBI];
    System.arraycopy(Pdu.of(CommandId.DELIVER_SM, 0, 1).octets(), 0, octets, 0, Pdu.HEADER);
    octets[2] = KIBI >> 8;
    octets[3] = 0;
    return new Pdu(octets);
  }

  @Test
  void more_than_the_limit_waiting_for_it_ends_the_session() throws Exception {
    WireLimits limits = new WireLimits(64 * KIBI, 256 * KIBI, Duration.ofMinutes(1), ALL_IT_LIKES);
    try (RawPeer peer = bound(limits)) {
      WireSession session = rig.session();
      for (int i = 0; i < MORE_THAN_SOCKETS_HOLD && !session.isClosed(); i++) {
        session.write(big());
      }
      assertThat(session.isClosed()).isTrue();
      assertThat(session.unread()).isLessThanOrEqualTo(257 * KIBI);
      rig.until(() -> !rig.ends.isEmpty());
      assertThat(rig.ends.get(0)).contains("does not read");
    }
  }

  @Test
  void who_takes_nothing_for_a_time_is_cut() throws Exception {
    WireLimits limits =
        new WireLimits(64 * KIBI, 64 * KIBI * KIBI, Duration.ofMillis(500), ALL_IT_LIKES);
    try (RawPeer peer = bound(limits)) {
      flood(rig.session());
      rig.until(() -> !rig.ends.isEmpty());
      assertThat(rig.ends.get(0)).contains("has read nothing");
    }
  }

  @Test
  void what_waited_arrives_once_the_peer_reads() throws Exception {
    WireLimits limits =
        new WireLimits(64 * KIBI, 64 * KIBI * KIBI, Duration.ofMinutes(1), ALL_IT_LIKES);
    try (RawPeer peer = bound(limits)) {
      flood(rig.session());
      for (int i = 0; i < MORE_THAN_SOCKETS_HOLD; i++) {
        assertThat(peer.read().length()).isEqualTo(KIBI);
      }
      rig.until(() -> rig.session().unread() == 0);
    }
  }

  /** Its flood stays in its own socket: no more is read than can be answered. */
  @Test
  void who_floods_without_reading_is_read_no_further() throws Exception {
    WireLimits limits = new WireLimits(64 * KIBI, 1024 * KIBI, Duration.ofMinutes(1), ALL_IT_LIKES);
    try (RawPeer peer = bound(limits)) {
      CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> flood(peer));
      WireSession session = rig.session();
      rig.until(() -> session.unread() > limits.pause());
      assertThat(flood).isNotDone();
      assertThat(session.unread()).isLessThan(limits.cut());
      assertThat(session.isClosed()).isFalse();
      readAll(peer);
      flood.get(WireRig.SOON.toSeconds(), TimeUnit.SECONDS);
      assertThat(session.isClosed()).isFalse();
    }
  }

  private static void flood(WireSession session) {
    for (int i = 0; i < MORE_THAN_SOCKETS_HOLD; i++) {
      session.write(big());
    }
  }

  private static final int ENQUIRIES = 1_000_000;

  private static void flood(RawPeer peer) {
    byte[] enquiry = Pdu.of(CommandId.ENQUIRE_LINK, 0, 1).octets();
    byte[] many = new byte[enquiry.length * 1000];
    for (int i = 0; i < 1000; i++) {
      System.arraycopy(enquiry, 0, many, i * enquiry.length, enquiry.length);
    }
    try {
      for (int i = 0; i < ENQUIRIES / 1000; i++) {
        peer.send(many);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void readAll(RawPeer peer) throws IOException {
    for (int i = 0; i < ENQUIRIES; i++) {
      peer.read();
    }
  }
}

package io.chasqui.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.Future;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two peers of one event loop, one of which has sent far more than the other. */
class FairTurnsTest {
  private static final int FLOOD = 4000;
  private static final int FLOOD_SEQUENCE = 1;
  private static final int LONELY_SEQUENCE = 2;

  /** Of the shortest PDUs, in what is read of one channel in one turn. */
  private static final int ONE_TURN = 256;

  private final WireRig rig = new WireRig();

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void one_pdu_is_read_before_most_of_the_flood_that_came_earlier() throws Exception {
    InetSocketAddress address = rig.serve(WireRig.anywhere()).address();
    try (RawPeer loud = new RawPeer(address);
        RawPeer lonely = new RawPeer(address)) {
      rig.until(() -> rig.sessions.size() == 2);
      CountDownLatch sent = new CountDownLatch(1);
      Future<Boolean> held =
          rig.wire.loops().submit(() -> sent.await(WireRig.SOON.toSeconds(), TimeUnit.SECONDS));
      loud.send(flood());
      lonely.send(submit(LONELY_SEQUENCE));
      sent.countDown();
      assertThat(held.get()).isTrue();
      rig.until(() -> rig.heard.size() == FLOOD + 1);
      assertThat(place(LONELY_SEQUENCE)).isLessThanOrEqualTo(3 * ONE_TURN);
    }
  }

  private int place(int sequence) {
    return rig.heard.stream().map(Pdu::sequence).toList().indexOf(sequence);
  }

  private static byte[] flood() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < FLOOD; i++) {
      all.writeBytes(submit(FLOOD_SEQUENCE));
    }
    return all.toByteArray();
  }

  private static byte[] submit(int sequence) {
    return Pdu.of(CommandId.SUBMIT_SM, CommandStatus.OK, sequence).octets();
  }
}

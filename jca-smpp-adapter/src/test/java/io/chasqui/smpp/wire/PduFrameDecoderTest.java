package io.chasqui.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PduFrameDecoderTest {
  private final PduFrameDecoder decoder = new PduFrameDecoder();
  private final EmbeddedChannel channel = new EmbeddedChannel(decoder);

  private static byte[] pdu(int length, int sequence) {
    return ByteBuffer.allocate(length).putInt(length).putInt(4).putInt(0).putInt(sequence).array();
  }

  private void receive(byte[] octets) {
    channel.writeInbound(Unpooled.wrappedBuffer(octets));
  }

  private List<Integer> sequences() {
    List<Integer> read = new ArrayList<>();
    for (Pdu pdu = channel.readInbound(); pdu != null; pdu = channel.readInbound()) {
      read.add(pdu.sequence());
    }
    return read;
  }

  @Test
  void a_pdu_that_comes_octet_by_octet_is_one_pdu() {
    for (byte octet : pdu(20, 7)) {
      receive(new byte[] {octet});
    }
    assertThat(sequences()).containsExactly(7);
  }

  @Test
  void a_stream_cut_anywhere_gives_the_same_pdus() {
    Random random = new Random(4711);
    ByteBuffer stream = ByteBuffer.allocate(100_000);
    List<Integer> sent = new ArrayList<>();
    for (int i = 1; stream.remaining() > 600; i++) {
      stream.put(pdu(16 + random.nextInt(500), i));
      sent.add(i);
    }
    stream.flip();
    List<Integer> read = new ArrayList<>();
    while (stream.hasRemaining()) {
      byte[] piece = new byte[Math.min(stream.remaining(), 1 + random.nextInt(2000))];
      stream.get(piece);
      receive(piece);
      read.addAll(sequences());
    }
    assertThat(read).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 15, 1025, 0x7FFFFFFF})
  void a_length_that_cannot_be_ends_the_reading(int length) {
    assertThatThrownBy(() -> receive(ByteBuffer.allocate(4).putInt(length).array()))
        .isInstanceOf(BadLengthException.class)
        .hasMessageContaining(Integer.toUnsignedString(length))
        .hasMessageContaining("16-1024");
  }

  @Test
  void pdus_before_a_bad_length_are_still_read() {
    byte[] both = ByteBuffer.allocate(20).put(pdu(16, 1)).putInt(3).array();
    assertThatThrownBy(() -> receive(both)).isInstanceOf(BadLengthException.class);
    assertThat(sequences()).containsExactly(1);
  }

  @Test
  void long_pdus_are_taken_from_the_bind_on() {
    decoder.bound();
    receive(pdu(65_000, 1));
    receive(pdu(16, 2));
    assertThat(sequences()).containsExactly(1, 2);
    assertThatThrownBy(() -> receive(pdu(PduFrameDecoder.BOUND_LIMIT + 1, 3)))
        .isInstanceOf(BadLengthException.class);
  }
}

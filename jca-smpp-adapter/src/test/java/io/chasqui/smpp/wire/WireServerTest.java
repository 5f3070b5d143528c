package io.chasqui.smpp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.domain.admission.IpNetwork;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireServerTest {
  private static final List<IpNetwork> LOOPBACK = List.of(IpNetwork.of("127.0.0.0/8"));

  private final WireRig rig = new WireRig();

  @AfterEach
  void close() {
    rig.close();
  }

  private RawPeer connect() throws IOException {
    return new RawPeer(rig.serve(WireRig.anywhere()).address());
  }

  private RawPeer bound() throws IOException {
    RawPeer peer = connect();
    peer.send(Pdu.of(CommandId.BIND_TRANSCEIVER, 0, 1));
    peer.read();
    return peer;
  }

  private static byte[] length(int length) {
    return ByteBuffer.allocate(4).putInt(length).array();
  }

  @Test
  void a_peer_is_heard_and_answered() throws Exception {
    try (RawPeer peer = connect()) {
      peer.send(Pdu.of(CommandId.BIND_TRANSCEIVER, 0, 1));
      Pdu answer = peer.read();
      assertThat(answer.is(CommandId.BIND_TRANSCEIVER_RESP)).isTrue();
      assertThat(rig.session().isBound()).isTrue();
      assertThat(rig.session().peer().getAddress().isLoopbackAddress()).isTrue();
    }
  }

  @Test
  void answers_come_from_any_thread_and_in_their_order() throws Exception {
    try (RawPeer peer = bound()) {
      WireSession session = rig.session();
      for (int i = 1; i <= 1000; i++) {
        session.write(Pdu.of(CommandId.SUBMIT_SM_RESP, 0, i));
      }
      for (int i = 1; i <= 1000; i++) {
        assertThat(peer.read().sequence()).isEqualTo(i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 0x7FFFFFFF, -1})
  void an_enquiry_is_answered_with_its_own_number_whatever_it_is(int sequence) throws Exception {
    try (RawPeer peer = connect()) {
      peer.send(Pdu.of(CommandId.ENQUIRE_LINK, 0, sequence));
      Pdu answer = peer.read();
      assertThat(answer.is(CommandId.ENQUIRE_LINK_RESP)).isTrue();
      assertThat(answer.sequence()).isEqualTo(sequence);
    }
  }

  @Test
  void an_unknown_command_is_nacked_and_the_session_lives() throws Exception {
    try (RawPeer peer = connect()) {
      byte[] unknown = Pdu.of(CommandId.ENQUIRE_LINK, 0, 9).octets();
      unknown[6] = 0x77;
      peer.send(unknown);
      Pdu nack = peer.read();
      assertThat(nack.is(CommandId.GENERIC_NACK)).isTrue();
      assertThat(nack.status()).isEqualTo(CommandStatus.INVALID_COMMAND);
      assertThat(nack.sequence()).isEqualTo(9);
      peer.send(Pdu.of(CommandId.ENQUIRE_LINK, 0, 10));
      assertThat(peer.read().sequence()).isEqualTo(10);
    }
  }

  @Test
  void an_unknown_response_is_let_go() throws Exception {
    try (RawPeer peer = connect()) {
      byte[] unknown = Pdu.of(CommandId.SUBMIT_SM_RESP, 0, 9).octets();
      unknown[6] = 0x77;
      peer.send(unknown);
      peer.send(Pdu.of(CommandId.ENQUIRE_LINK, 0, 10));
      assertThat(peer.read().sequence()).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 2000, 0x7FFFFFFF, 0x47455420})
  void an_impossible_length_is_nacked_and_ends_the_session(int length) throws Exception {
    try (RawPeer peer = connect()) {
      peer.send(length(length));
      Pdu nack = peer.read();
      assertThat(nack.is(CommandId.GENERIC_NACK)).isTrue();
      assertThat(nack.status()).isEqualTo(CommandStatus.INVALID_COMMAND_LENGTH);
      assertThat(peer.isClosed()).isTrue();
      rig.until(() -> rig.ends.size() == 1);
      assertThat(rig.ends.get(0)).contains("command_length");
    }
  }

  @Test
  void an_unbind_is_answered_before_the_connection_ends() throws Exception {
    try (RawPeer peer = bound()) {
      peer.send(Pdu.of(CommandId.UNBIND, 0, 2));
      assertThat(peer.read().is(CommandId.UNBIND_RESP)).isTrue();
      assertThat(peer.isClosed()).isTrue();
      rig.until(() -> !rig.ends.isEmpty());
      assertThat(rig.ends).containsExactly("the peer unbound");
    }
  }

  @Test
  void an_unbind_of_ours_ends_with_its_answer() throws Exception {
    try (RawPeer peer = bound()) {
      rig.session().requestUnbind();
      Pdu unbind = peer.read();
      peer.send(Pdu.of(CommandId.UNBIND_RESP, 0, unbind.sequence()));
      assertThat(peer.isClosed()).isTrue();
      rig.until(() -> !rig.ends.isEmpty());
      assertThat(rig.ends).containsExactly("unbound");
    }
  }

  @Test
  void a_session_ends_once_whoever_ends_it() throws Exception {
    RawPeer peer = bound();
    rig.session().close("told to");
    peer.close();
    rig.session().close("told again");
    rig.until(() -> !rig.ends.isEmpty());
    assertThat(rig.ends).containsExactly("told to");
  }

  @Test
  void who_does_not_bind_in_time_is_closed() throws Exception {
    WireServer server =
        rig.serve(WireRig.anywhere().limited(new AcceptLimits(10, 10, Duration.ofMillis(200))));
    try (RawPeer silent = new RawPeer(server.address());
        RawPeer binding = new RawPeer(server.address())) {
      binding.send(Pdu.of(CommandId.BIND_RECEIVER, 0, 1));
      binding.read();
      assertThat(silent.isClosed()).isTrue();
      binding.send(Pdu.of(CommandId.ENQUIRE_LINK, 0, 2));
      assertThat(binding.read().sequence()).isEqualTo(2);
    }
  }

  @Test
  void unbound_connections_of_one_address_are_limited_and_bound_ones_are_not() throws Exception {
    WireServer server =
        rig.serve(WireRig.anywhere().limited(new AcceptLimits(100, 2, Duration.ofSeconds(30))));
    for (int i = 0; i < 5; i++) {
      RawPeer peer = new RawPeer(server.address());
      peer.send(Pdu.of(CommandId.BIND_RECEIVER, 0, 1));
      assertThat(peer.read().status()).isZero();
    }
    try (RawPeer first = new RawPeer(server.address());
        RawPeer second = new RawPeer(server.address())) {
      enquire(first);
      enquire(second);
      try (RawPeer third = new RawPeer(server.address())) {
        assertThat(third.isClosed()).isTrue();
      }
      assertThat(server.refused()).isEqualTo(1);
    }
    rig.until(() -> server.connections() == 5);
    try (RawPeer again = new RawPeer(server.address())) {
      enquire(again);
    }
  }

  private static void enquire(RawPeer peer) throws IOException {
    peer.send(Pdu.of(CommandId.ENQUIRE_LINK, 0, 1));
    peer.read();
  }

  @Test
  void connections_are_limited_in_all() throws Exception {
    WireServer server =
        rig.serve(WireRig.anywhere().limited(new AcceptLimits(1, 10, Duration.ofSeconds(30))));
    try (RawPeer first = new RawPeer(server.address());
        RawPeer second = new RawPeer(server.address())) {
      enquire(first);
      assertThat(second.isClosed()).isTrue();
    }
    rig.until(() -> server.connections() == 0);
  }

  @Test
  void a_proxy_of_version_1_tells_whose_connection_it_is() throws Exception {
    WireServer server = rig.serve(WireRig.anywhere().behind(LOOPBACK));
    try (RawPeer peer = new RawPeer(server.address())) {
      peer.send(
          "PROXY TCP4 203.0.113.7 192.0.2.1 40000 2775\r\n".getBytes(StandardCharsets.US_ASCII));
      enquire(peer);
      assertThat(rig.session().peer()).isEqualTo(new InetSocketAddress("203.0.113.7", 40000));
    }
  }

  @Test
  void a_proxy_of_version_2_tells_it_with_the_bind_in_the_same_segment() throws Exception {
    WireServer server = rig.serve(WireRig.anywhere().behind(LOOPBACK));
    byte[] header =
        HexFormat.of().parseHex("0d0a0d0a000d0a515549540a2111000c" + "cb007107c00002019c400ad7");
    byte[] bind = Pdu.of(CommandId.BIND_TRANSMITTER, 0, 1).octets();
    try (RawPeer peer = new RawPeer(server.address())) {
      peer.send(ByteBuffer.allocate(header.length + bind.length).put(header).put(bind).array());
      assertThat(peer.read().is(CommandId.BIND_TRANSMITTER_RESP)).isTrue();
      assertThat(rig.session().peer()).isEqualTo(new InetSocketAddress("203.0.113.7", 40000));
    }
  }

  @Test
  void a_proxy_without_its_header_is_closed() throws Exception {
    WireServer server = rig.serve(WireRig.anywhere().behind(LOOPBACK));
    try (RawPeer peer = new RawPeer(server.address())) {
      peer.send(Pdu.of(CommandId.BIND_TRANSMITTER, 0, 1));
      assertThat(peer.isClosed()).isTrue();
      assertThat(rig.sessions).isEmpty();
    }
  }

  @Test
  void a_proxy_header_of_anybody_else_is_no_smpp() throws Exception {
    try (RawPeer peer = connect()) {
      peer.send("PROXY TCP4 203.0.113.7 192.0.2.1 1 2\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(peer.read().status()).isEqualTo(CommandStatus.INVALID_COMMAND_LENGTH);
      assertThat(peer.isClosed()).isTrue();
    }
  }

  @Test
  void a_port_that_is_taken_is_named() throws Exception {
    WireServer server = rig.serve(WireRig.anywhere());
    assertThatThrownBy(() -> rig.serve(ServerSettings.at(server.address())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(":" + server.address().getPort())
        .hasMessageContaining("in use");
  }

  @Test
  void a_closed_server_frees_its_port_and_leaves_its_sessions() throws Exception {
    WireServer server = rig.serve(WireRig.anywhere());
    try (RawPeer peer = new RawPeer(server.address())) {
      enquire(peer);
      server.close();
      enquire(peer);
      rig.serve(ServerSettings.at(server.address())).close();
    }
  }

  @Test
  void a_stop_ends_every_session_and_gives_the_threads_back() throws Exception {
    try (RawPeer peer = bound()) {
      rig.wire.stop(Duration.ofSeconds(5));
      assertThat(peer.isClosed()).isTrue();
      assertThat(rig.ends).hasSize(1);
      rig.until(rig::isIdle);
    }
  }
}

package io.chasqui.smpp.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts the stream into PDUs. Memory follows what has arrived, never what command_length claims; a
 * length out of bounds is the last thing read of that peer.
 */
final class PduFrameDecoder extends ByteToMessageDecoder {
  /** No bind, answer or outbind is longer, whatever TLVs it carries. */
  static final int UNBOUND_LIMIT = 1024;

  /** The longest message_payload and everything around it. */
  static final int BOUND_LIMIT = 65536 + 1024;

  private volatile int limit = UNBOUND_LIMIT;

  /** From the bind on, PDUs may carry messages. */
  void bound() {
    limit = BOUND_LIMIT;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (in.readableBytes() < Integer.BYTES) {
      return;
    }
    int length = in.getInt(in.readerIndex());
    int longest = limit;
    if (length < Pdu.HEADER || length > longest) {
      in.skipBytes(in.readableBytes());
      throw new BadLengthException(length, longest);
    }
    if (in.readableBytes() >= length) {
      byte[] octets = new byte[length];
      in.readBytes(octets);
      out.add(new Pdu(octets));
    }
  }
}

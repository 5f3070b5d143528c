package io.chasqui.smpp.wire;

import io.netty.handler.codec.DecoderException;

/** A command_length that is no PDU's here: nothing after it can be understood. */
final class BadLengthException extends DecoderException {
  BadLengthException(int length, int limit) {
    super(
        "the peer sent command_length %d, allowed are %d-%d"
            .formatted(Integer.toUnsignedLong(length), Pdu.HEADER, limit));
  }
}

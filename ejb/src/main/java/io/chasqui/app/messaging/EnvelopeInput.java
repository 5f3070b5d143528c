package io.chasqui.app.messaging;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.message.MessageId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Reads the values an envelope is made of; the mirror of {@link EnvelopeOutput}. */
final class EnvelopeInput {
  private final ByteBuffer in;
  private int version;

  EnvelopeInput(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  int readVersion() {
    version = octet();
    return version;
  }

  /** Of the envelope being read. */
  int version() {
    return version;
  }

  int octet() {
    return in.get() & 0xFF;
  }

  int number() {
    return in.getInt();
  }

  byte[] octets() {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a field of " + length + " octets");
    }
    byte[] value = new byte[length];
    in.get(value);
    return value;
  }

  String text() {
    return new String(octets(), StandardCharsets.UTF_8);
  }

  Optional<String> optionalText() {
    return octet() == 1 ? Optional.of(text()) : Optional.empty();
  }

  MessageId id() {
    return new MessageId(in.getLong(), in.getLong());
  }

  Instant instant() {
    return Instant.ofEpochMilli(in.getLong());
  }

  Address address() {
    return Address.of(octet(), octet(), text());
  }
}

package io.chasqui.app.messaging;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.message.MessageId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Writes the values an envelope is made of; the mirror of {@link EnvelopeInput}. */
final class EnvelopeOutput {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final DataOutputStream out = new DataOutputStream(bytes);

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  void octet(int value) {
    write(() -> out.writeByte(value));
  }

  void number(int value) {
    write(() -> out.writeInt(value));
  }

  void octets(byte[] value) {
    write(
        () -> {
          out.writeInt(value.length);
          out.write(value);
        });
  }

  void text(String value) {
    octets(value.getBytes(StandardCharsets.UTF_8));
  }

  void optionalText(Optional<String> value) {
    octet(value.isPresent() ? 1 : 0);
    value.ifPresent(this::text);
  }

  void id(MessageId value) {
    write(
        () -> {
          out.writeLong(value.high());
          out.writeLong(value.low());
        });
  }

  void instant(Instant value) {
    write(() -> out.writeLong(value.toEpochMilli()));
  }

  void address(Address value) {
    octet(value.ton());
    octet(value.npi());
    text(value.value());
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}

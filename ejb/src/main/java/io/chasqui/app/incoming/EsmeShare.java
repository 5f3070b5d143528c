package io.chasqui.app.incoming;

import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.app.outbox.PendingDelivery;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.LongMo;
import io.chasqui.domain.outgoing.Content;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An incoming message as an ESME is given it. */
final class EsmeShare {
  private EsmeShare() {}

  /** One delivery, or the parts of a long message in their order. */
  static List<PendingDelivery> of(ReceivedMessage message, SmppAccountView account) {
    Content content = spokenAs(message.content(), account.terms().gsmCoding());
    return userData(message, content, account.terms().longMo()).stream()
        .map(data -> delivery(message, account, content.coding(), data))
        .toList();
  }

  private static PendingDelivery delivery(
      ReceivedMessage message, SmppAccountView account, DataCodingScheme coding, UserData data) {
    return new PendingDelivery(
        account.systemId(),
        message.id(),
        message.from(),
        message.to(),
        coding,
        data,
        Optional.empty(),
        message.at());
  }

  private static List<UserData> userData(ReceivedMessage message, Content content, LongMo longMo) {
    List<UserData> parts = content.segments((int) message.id().low());
    return parts.size() > 1 && longMo == LongMo.PAYLOAD
        ? List.of(new UserData(joined(parts), false))
        : parts;
  }

  private static byte[] joined(List<UserData> parts) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    parts.forEach(part -> octets.writeBytes(part.payload()));
    return octets.toByteArray();
  }

  /**
   * Data_coding 0 is what carriers mean by it, GSM 7-bit. An ESME that means something else by it
   * is told in a coding whose meaning is agreed.
   */
  private static Content spokenAs(Content content, GsmCoding zero) {
    boolean differs = zero != GsmCoding.GSM7 && content.coding().equals(DataCodingScheme.DEFAULT);
    boolean hasHeader = content instanceof Content.Octets octets && octets.data().udhi();
    return differs && !hasHeader ? inAgreedCoding(content.text()) : content;
  }

  private static Content inAgreedCoding(String text) {
    if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)) {
      byte[] octets = text.getBytes(StandardCharsets.ISO_8859_1);
      return new Content.Octets(DataCodingScheme.LATIN1, new UserData(octets, false), text);
    }
    byte[] octets = text.getBytes(StandardCharsets.UTF_16BE);
    return new Content.Octets(DataCodingScheme.UCS2, new UserData(octets, false), text);
  }
}

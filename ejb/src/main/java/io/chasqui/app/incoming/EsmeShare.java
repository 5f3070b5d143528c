package io.chasqui.app.incoming;

import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.app.outbox.PendingDelivery;
import io.chasqui.domain.encoding.Alphabet;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.Splitting;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.LongMo;
import io.chasqui.domain.outgoing.Content;
import io.chasqui.domain.outgoing.ShortMessages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An incoming message as an ESME is given it. */
final class EsmeShare {
  private EsmeShare() {}

  /** One delivery, or the parts of a long message in their order. */
  static List<PendingDelivery> of(ReceivedMessage message, SmppAccountView account) {
    Content content = spokenAs(message.content(), account.terms().gsmCoding());
    ShortMessages all =
        content.written(writing(account.terms().longMo()), (int) message.id().low());
    return all.data().stream().map(data -> delivery(message, account, all.coding(), data)).toList();
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

  private static Writing writing(LongMo longMo) {
    return switch (longMo) {
      case UDH -> Writing.STANDARD;
      case PAYLOAD -> Writing.STANDARD.with(Splitting.PAYLOAD);
    };
  }

  /**
   * Data_coding 0 is what carriers mean by it, GSM 7-bit. An ESME that means something else by it
   * is told in a coding whose meaning is agreed.
   */
  private static Content spokenAs(Content content, GsmCoding zero) {
    return zero != GsmCoding.GSM7 && isInSeptets(content)
        ? inAgreedCoding(content.text())
        : content;
  }

  /** A header that says more than the tables to read by would be lost with its octets. */
  private static boolean isInSeptets(Content content) {
    if (content instanceof Content.Octets octets) {
      boolean isBare = !octets.data().udhi() || !octets.data().nationalShift().isNone();
      return octets.coding().equals(DataCodingScheme.DEFAULT) && isBare;
    }
    return content.alphabet() == Alphabet.GSM7;
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

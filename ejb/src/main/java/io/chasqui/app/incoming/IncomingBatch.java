package io.chasqui.app.incoming;

import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.encoding.IncomingPart;
import io.chasqui.domain.encoding.SmscAlphabet;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Incoming segments on their way into the database, within one transaction. */
final class IncomingBatch {
  private static final System.Logger LOG = System.getLogger("io.chasqui.incoming");

  private final DirectorySnapshot directory;
  private final Reception reception;
  private final LongMessages longMessages;

  /**
   * @param isReceiving whether an SMPP account is there to receive
   */
  IncomingBatch(
      Connection connection, DirectorySnapshot directory, Predicate<SystemId> isReceiving) {
    this.directory = directory;
    this.reception = new Reception(connection, directory, isReceiving);
    this.longMessages = new LongMessages(connection);
  }

  Waiting write(List<LinkEvent.Incoming> batch) throws SQLException {
    for (LinkEvent.Incoming received : batch) {
      LinkEvent.Incoming segment = received.agreed(zeroOf(received.connector()));
      UserData data = new UserData(segment.userData(), segment.udhi());
      Optional<Concatenation> place = data.concatenation().filter(each -> each.total() > 1);
      if (place.isEmpty()) {
        reception.receive(ReceivedMessage.of(segment, data));
      } else if (!longMessages.knows(segment.id())) {
        place(segment, place.get(), data);
      }
    }
    return reception.close();
  }

  /** Gives out what there is of a message whose other parts never came. */
  Waiting giveOut(MessageId incomplete) throws SQLException {
    Optional<LongMessage> message = longMessages.open(incomplete);
    if (message.isPresent()) {
      giveOut(message.get());
    }
    return reception.close();
  }

  /** What the connector means by data_coding 0; GSM 7-bit if it is no more. */
  private SmscAlphabet zeroOf(ConnectorId connector) {
    return Optional.ofNullable(directory.connectors().get(connector))
        .map(view -> view.toLinkSettings().writing().policy().zero())
        .orElse(SmscAlphabet.GSM7);
  }

  private void place(LinkEvent.Incoming segment, Concatenation place, UserData data)
      throws SQLException {
    PartsKey key = PartsKey.of(segment, place);
    IncomingPart part = new IncomingPart(place, segment.coding(), data, segment.at());
    Optional<LongMessage> message = LongMessage.ofPart(part, longMessages.of(key));
    if (message.isEmpty()) {
      longMessages.begin(key, segment.id(), part);
    } else if (message.get().parts().repeats(part)) {
      drop(part, message.get());
    } else {
      longMessages.add(message.get(), segment.id(), part);
      giveOutIfComplete(message.get().with(part));
    }
  }

  private void giveOutIfComplete(LongMessage message) throws SQLException {
    if (message.parts().isComplete()) {
      giveOut(message);
    }
  }

  private void giveOut(LongMessage message) throws SQLException {
    reception.receive(ReceivedMessage.of(message));
    longMessages.givenOut(message.id());
  }

  private void drop(IncomingPart part, LongMessage message) throws SQLException {
    String which = "part %d of %d".formatted(part.sequence(), message.key().total());
    LOG.log(
        Level.INFO,
        "{0}: {1} of message {2} came again and is dropped",
        message.key().connector(),
        which,
        message.id());
    reception.note(message.id(), part.receivedAt(), which + " came again and was dropped");
  }
}

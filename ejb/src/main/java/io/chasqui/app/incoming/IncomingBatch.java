package io.chasqui.app.incoming;

import io.chasqui.app.incoming.LongMessage.Part;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.domain.encoding.Concatenation;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.message.MessageId;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Incoming segments on their way into the database, within one transaction. */
final class IncomingBatch {
  private static final System.Logger LOG = System.getLogger("io.chasqui.incoming");

  private final Reception reception;
  private final LongMessages longMessages;

  IncomingBatch(Connection connection, DirectorySnapshot directory) {
    this.reception = new Reception(connection, directory);
    this.longMessages = new LongMessages(connection);
  }

  /**
   * @return whether there is something to push
   */
  boolean write(List<LinkEvent.Incoming> batch) throws SQLException {
    for (LinkEvent.Incoming segment : batch) {
      UserData data = new UserData(segment.userData(), segment.udhi());
      Optional<Concatenation> place = data.concatenation().filter(each -> each.total() > 1);
      if (place.isEmpty()) {
        reception.receive(ReceivedMessage.of(segment, data.payload()));
      } else if (!longMessages.knows(segment.id())) {
        place(segment, place.get(), data.payload());
      }
    }
    return reception.close();
  }

  /**
   * Gives out what there is of a message whose other parts never came.
   *
   * @return whether there is something to push
   */
  boolean giveOut(MessageId incomplete) throws SQLException {
    Optional<LongMessage> message = longMessages.open(incomplete);
    if (message.isPresent()) {
      giveOut(message.get());
    }
    return reception.close();
  }

  private void place(LinkEvent.Incoming segment, Concatenation place, byte[] payload)
      throws SQLException {
    PartsKey key = PartsKey.of(segment, place);
    Part part = new Part(place.sequence(), segment.id(), segment.coding(), payload, segment.at());
    Optional<LongMessage> message = LongMessage.ofPart(part, longMessages.of(key));
    if (message.isEmpty()) {
      longMessages.begin(LongMessage.begunBy(part, key));
    } else if (message.get().repeats(part)) {
      drop(part, message.get());
    } else {
      add(part, message.get());
    }
  }

  private void add(Part part, LongMessage message) throws SQLException {
    longMessages.add(message, part);
    LongMessage grown = message.with(part);
    if (grown.isWhole()) {
      giveOut(grown);
    }
  }

  private void giveOut(LongMessage message) throws SQLException {
    reception.receive(ReceivedMessage.of(message));
    longMessages.givenOut(message.id());
  }

  private void drop(Part part, LongMessage message) throws SQLException {
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

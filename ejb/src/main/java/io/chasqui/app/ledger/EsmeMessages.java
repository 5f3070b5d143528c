package io.chasqui.app.ledger;

import io.chasqui.app.intake.RecentlyAccepted;
import io.chasqui.app.persistence.Sql;
import io.chasqui.domain.address.Address;
import io.chasqui.domain.esme.QueriedState;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import io.chasqui.domain.outgoing.EsmeOrigin;
import io.chasqui.domain.outgoing.OutgoingMessage;
import io.chasqui.domain.receipt.ReceiptState;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Messages as the ESMEs know them that submitted them. */
@Stateless
public class EsmeMessages {
  /** Of a submit_multi's messages the first speaks for all. */
  private static final String SELECT =
      "SELECT m.status, m.from_address, (SELECT MIN(v.at) FROM event v WHERE v.message_id = m.id"
          + " AND v.status = m.status) FROM esme_message e JOIN message m ON m.id = e.message_id"
          + " WHERE e.told_as = ? AND e.system_id = ?"
          + " ORDER BY e.message_id = e.told_as DESC LIMIT 1";

  private static final String OF_ACCOUNT =
      "SELECT m.id, m.from_address FROM esme_message e JOIN message m ON m.id = e.message_id"
          + " WHERE e.system_id = ? AND ";

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject RecentlyAccepted recent;

  private record Found(QueriedState state, String from) {}

  /**
   * How a message stands; empty unless it is the account's and {@code source} is its sender.
   *
   * @param toldAs the id the ESME was given
   */
  public Optional<QueriedState> state(SystemId account, MessageId toldAs, Address source) {
    try (Connection connection = database.getConnection()) {
      return Sql.query(
              connection, SELECT, List.of(toldAs.bytes(), account.value()), EsmeMessages::found)
          .stream()
          .findFirst()
          .or(() -> justAccepted(account, toldAs))
          .filter(found -> digits(found.from()).equals(digits(source.value())))
          .map(Found::state);
    } catch (SQLException e) {
      throw new EJBException("messages: the database could not be asked", e);
    }
  }

  /**
   * The messages that the account was told this id for; none unless {@code source} is their sender.
   */
  public Set<MessageId> toldAs(SystemId account, MessageId toldAs, Address source) {
    return ofAccount(
        account,
        source,
        "e.told_as = ?",
        List.of(toldAs.bytes()),
        message -> message.origin().orElseThrow().toldAs().equals(toldAs));
  }

  /** The account's messages that wait to be sent, by what SMPP 3.4, 4.9 selects them by. */
  public Set<MessageId> waiting(
      SystemId account, Address source, Address destination, String serviceType) {
    return ofAccount(
        account,
        source,
        "e.destination = ? AND e.service_type = ? AND m.status = ? AND m.to_address = ?",
        List.of(
            destination.value(),
            serviceType,
            MessageStatus.QUEUED.code(),
            "+" + digits(destination.value())),
        message ->
            message.origin().orElseThrow().destination().value().equals(destination.value())
                && message.origin().orElseThrow().options().serviceType().equals(serviceType));
  }

  private Set<MessageId> ofAccount(
      SystemId account,
      Address source,
      String condition,
      List<?> parameters,
      Predicate<OutgoingMessage> recently) {
    List<Object> all = new ArrayList<>(List.of(account.value()));
    all.addAll(parameters);
    Set<MessageId> found = new LinkedHashSet<>();
    try (Connection connection = database.getConnection()) {
      Sql.query(
          connection,
          OF_ACCOUNT + condition + " ORDER BY m.id",
          all,
          row ->
              digits(row.getString(2)).equals(digits(source.value()))
                  && found.add(MessageId.of(row.getBytes(1))));
    } catch (SQLException e) {
      throw new EJBException("messages: the database could not be asked", e);
    }
    recent
        .matching(
            message ->
                isOf(account, message)
                    && digits(message.from().value()).equals(digits(source.value()))
                    && recently.test(message))
        .forEach(message -> found.add(message.id()));
    return found;
  }

  private Optional<Found> justAccepted(SystemId account, MessageId toldAs) {
    return recent
        .find(toldAs)
        .filter(message -> isOf(account, message))
        .map(
            message ->
                new Found(
                    new QueriedState(ReceiptState.ENROUTE, Optional.empty(), 0),
                    message.from().display()));
  }

  private static boolean isOf(SystemId account, OutgoingMessage message) {
    return message.origin().map(EsmeOrigin::account).filter(account::equals).isPresent();
  }

  private static Found found(ResultSet row) throws SQLException {
    MessageStatus status = MessageStatus.ofCode(row.getInt(1));
    QueriedState state =
        new QueriedState(
            EsmeReceipt.state(status),
            Optional.ofNullable(row.getTimestamp(3))
                .filter(at -> status.isFinal())
                .map(Timestamp::toInstant),
            0);
    return new Found(state, row.getString(2));
  }

  private static String digits(String address) {
    return address.startsWith("+") ? address.substring(1) : address;
  }
}

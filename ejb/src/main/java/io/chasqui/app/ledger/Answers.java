package io.chasqui.app.ledger;

import io.chasqui.app.messaging.LedgerEntry;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.SubmitOutcome;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.outgoing.SegmentProgress;
import io.chasqui.domain.receipt.CarrierMessageKeys;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Applies what the links answered to submits, and what was never sent. */
final class Answers {
  private final LedgerPage page;
  private final List<LedgerEntry> early = new ArrayList<>();
  private final Map<ConnectorId, Set<String>> named = new LinkedHashMap<>();
  private final Map<PartId, ConnectorId> unknown = new LinkedHashMap<>();

  Answers(LedgerPage page) {
    this.page = page;
  }

  /** News of messages that are not stored yet. */
  List<LedgerEntry> early() {
    return early;
  }

  /** Primary keys of the ids that carriers have just given. */
  Map<ConnectorId, Set<String>> named() {
    return named;
  }

  /** Parts whose outcome has just become unknown. */
  Map<PartId, ConnectorId> unknown() {
    return unknown;
  }

  void apply(List<LedgerEntry> batch) throws SQLException {
    page.load(batch.stream().flatMap(entry -> part(entry).stream()).map(PartId::message).toList());
    page.loadStories(
        batch.stream()
            .filter(Answers::isNoteOnly)
            .flatMap(entry -> part(entry).stream())
            .map(PartId::message)
            .toList());
    batch.forEach(this::apply);
    page.flush();
  }

  /** News that moves nothing: its line in the story is all that tells that it came before. */
  private static boolean isNoteOnly(LedgerEntry entry) {
    return entry instanceof LedgerEntry.Submitted submitted
        && submitted.outcome() instanceof SubmitOutcome.Deferred;
  }

  private static Optional<PartId> part(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.Submitted submitted) {
      SubmitOutcome outcome = submitted.outcome();
      return Optional.of(new PartId(outcome.message(), outcome.part()));
    }
    if (entry instanceof LedgerEntry.GivenUp last) {
      return Optional.of(new PartId(last.message(), last.part()));
    }
    return entry instanceof LedgerEntry.Expired expired
        ? Optional.of(new PartId(expired.message(), expired.part()))
        : Optional.empty();
  }

  private void apply(LedgerEntry entry) {
    Optional<PartId> id = part(entry);
    Optional<OutgoingRow> row = id.map(PartId::message).flatMap(page::row);
    if (id.isPresent() && row.isEmpty()) {
      early.add(entry);
    }
    row.ifPresent(
        known ->
            known
                .progress()
                .segment(id.get().part())
                .ifPresent(segment -> apply(known, segment, entry)));
  }

  private void apply(OutgoingRow row, SegmentProgress part, LedgerEntry entry) {
    if (entry instanceof LedgerEntry.Submitted submitted) {
      answer(row, part, submitted);
    } else if (entry instanceof LedgerEntry.GivenUp last && part.failed()) {
      String detail =
          "%s refused %s%d times, at last with %s: given up"
              .formatted(
                  last.connector(), LedgerPage.partName(row, part), last.attempts(), last.reason());
      page.moved(row, last.at(), detail);
    } else if (entry instanceof LedgerEntry.Expired expired && part.expired()) {
      page.moved(row, expired.at(), "not sent before its validity ended at " + row.expiresAt());
    }
  }

  private void answer(OutgoingRow row, SegmentProgress part, LedgerEntry.Submitted submitted) {
    ConnectorId connector = submitted.connector();
    SubmitOutcome outcome = submitted.outcome();
    String which = LedgerPage.partName(row, part);
    if (outcome instanceof SubmitOutcome.Accepted accepted) {
      if (part.accepted(connector, accepted.carrierMessageId())) {
        name(connector, accepted.carrierMessageId());
        String detail = connector + " accepted " + which + "as " + accepted.carrierMessageId();
        page.moved(row, outcome.at(), detail);
      }
    } else if (outcome instanceof SubmitOutcome.Rejected rejected) {
      if (part.rejected()) {
        String detail = connector + " refused " + which + "with " + rejected.reason();
        page.moved(row, outcome.at(), detail);
      }
    } else if (outcome instanceof SubmitOutcome.Unknown lost) {
      if (part.outcomeUnknown(connector)) {
        MessageId message = row.progress().id();
        unknown.put(new PartId(message, part.part()), connector);
        page.moved(row, outcome.at(), connector + ": " + which + lost.reason());
      }
    } else if (outcome instanceof SubmitOutcome.Deferred deferred) {
      String detail = connector + ": " + which + deferred.reason() + "; it will be tried again";
      if (!page.isTold(row, outcome.at(), detail)) {
        page.note(row, outcome.at(), detail);
      }
    }
  }

  private void name(ConnectorId connector, String carrierMessageId) {
    named
        .computeIfAbsent(connector, id -> new LinkedHashSet<>())
        .add(CarrierMessageKeys.of(carrierMessageId).primary());
  }
}

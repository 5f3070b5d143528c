package io.chasqui.app.receipts;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.receipt.DialectLearner;
import io.chasqui.domain.receipt.IdDialect;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * What the carriers' receipts have told, in memory; {@link LoreKeeper} writes it down now and then.
 * A kill costs the last minute of it, which the next receipts tell again.
 */
@ApplicationScoped
public class ReceiptLore {
  private static final System.Logger LOG = System.getLogger("io.chasqui.receipts");

  @Resource(lookup = "java:app/jdbc/chasqui")
  DataSource database;

  @Inject Clock clock;

  private final Set<ConnectorId> changed = new HashSet<>();
  private Map<ConnectorId, CarrierLore> carriers;

  public synchronized DialectLearner learner(ConnectorId connector) {
    return Optional.ofNullable(carriers().get(connector))
        .map(CarrierLore::learner)
        .orElse(DialectLearner.NEW);
  }

  /** In the order they were first heard of. */
  public synchronized List<WordCount> words(ConnectorId connector) {
    return Optional.ofNullable(carriers().get(connector)).map(CarrierLore::words).orElse(List.of());
  }

  public synchronized void learn(Collection<Sighting> sightings) {
    for (Sighting sighting : sightings) {
      ConnectorId connector = sighting.connector();
      CarrierLore lore =
          carriers()
              .computeIfAbsent(connector, id -> new CarrierLore(DialectLearner.NEW, List.of()));
      DialectLearner before = lore.learner();
      lore.learn(sighting, clock.instant());
      changed.add(connector);
      tell(connector, before, lore.learner());
      if (sighting instanceof Sighting.Doubt doubt) {
        tell(doubt, lore.learner().ambiguities());
      }
    }
  }

  private static void tell(ConnectorId connector, DialectLearner before, DialectLearner now) {
    Optional<IdDialect> known = now.locked();
    if (!known.equals(before.locked())) {
      LOG.log(known.isPresent() ? Level.INFO : Level.WARNING, "{0}: {1}", connector, now.report());
    }
  }

  /** Each time their number has doubled. */
  private static void tell(Sighting.Doubt doubt, long count) {
    if (Long.bitCount(count) == 1) {
      LOG.log(
          Level.WARNING,
          "{0}: a receipt for {1} fits the messages {2}; the numbers decide, set"
              + " message_id_dialect to be sure ({3} such receipts)",
          doubt.connector(),
          doubt.received(),
          doubt.answered(),
          count);
    }
  }

  /** Writes down what has changed; what could not be written is tried the next time. */
  synchronized void save() {
    if (changed.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection()) {
      LoreTable table = new LoreTable(connection);
      for (ConnectorId connector : Set.copyOf(changed)) {
        table.save(connector, carriers().get(connector));
        changed.remove(connector);
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "receipts: what was learnt is kept in memory for a minute more", e);
    }
  }

  synchronized void forget(ConnectorId connector) {
    try (Connection connection = database.getConnection()) {
      new LoreTable(connection).delete(connector);
      carriers().remove(connector);
      changed.remove(connector);
    } catch (SQLException e) {
      LOG.log(Level.WARNING, connector + ": what its receipts told could not be removed", e);
    }
  }

  private Map<ConnectorId, CarrierLore> carriers() {
    if (carriers == null) {
      try (Connection connection = database.getConnection()) {
        carriers = new LoreTable(connection).load();
      } catch (SQLException e) {
        throw new IllegalStateException("receipts: what was learnt could not be read", e);
      }
    }
    return carriers;
  }
}

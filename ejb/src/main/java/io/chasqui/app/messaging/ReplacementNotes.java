package io.chasqui.app.messaging;

import io.chasqui.domain.message.MessageId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notes on the broker of which replaced contents are in their connector's queue: left in the
 * transaction that sends them, taken away once the database knows. So a content whose row is still
 * in the database was sent if there is a note of it, and only then (as ADR 12).
 */
public final class ReplacementNotes {
  private static final String NAME = "chasqui_revision";

  private ReplacementNotes() {}

  /**
   * One of a message's contents.
   *
   * @param number 1 or more
   */
  public record Revision(MessageId message, int number) {
    private String name() {
      return "%s-%d".formatted(message, number);
    }
  }

  private static final class Codec extends BatchCodec<Revision> {
    private static final Codec INSTANCE = new Codec();

    private Codec() {
      super('R', 1);
    }

    @Override
    void write(Revision revision, EnvelopeOutput out) {
      out.id(revision.message());
      out.number(revision.number());
    }

    @Override
    Revision read(EnvelopeInput in) {
      return new Revision(in.id(), in.number());
    }
  }

  /** Within the transaction that sends it. */
  public static void write(LocalSession session, Revision revision) {
    session.send(
        Queues.REPLACED,
        Codec.INSTANCE.encode(List.of(revision)),
        Duration.ZERO,
        Map.of(NAME, revision.name()));
  }

  public static Set<Revision> all(LocalSession session) {
    Set<Revision> all = new HashSet<>();
    session.browse(Queues.REPLACED, Codec.INSTANCE).forEach(all::addAll);
    return all;
  }

  /** Takes notes away that nobody needs. */
  public static void forget(LocalSession session, Collection<Revision> revisions) {
    session.remove(Queues.REPLACED, NAME, revisions.stream().map(Revision::name).toList());
    session.commit();
  }
}

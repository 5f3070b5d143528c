package io.chasqui.app.persistence;

import io.chasqui.app.refusal.ConflictException;
import io.chasqui.app.refusal.NoSuchThingException;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rows of one kind, as use cases keep and find them.
 *
 * @param what the kind in people's words
 * @param keyField name of the entity's id, by which lists are ordered
 * @param key the id as text
 */
public record Shelf<T>(Class<T> type, String what, String keyField, Function<T, String> key) {
  /**
   * @throws NoSuchThingException when there is none
   */
  public T get(EntityManager database, Object id) {
    return find(database, id).orElseThrow(() -> new NoSuchThingException(what, id));
  }

  public Optional<T> find(EntityManager database, Object id) {
    return Optional.ofNullable(database.find(type, id));
  }

  /**
   * @throws ConflictException when there is one already
   */
  public T add(EntityManager database, Object id, T fresh) {
    if (database.find(type, id) != null) {
      throw new ConflictException("there is a %s '%s' already".formatted(what, id));
    }
    database.persist(fresh);
    return fresh;
  }

  public Page<T> list(EntityManager database, PageRequest request) {
    String query = "SELECT x FROM %s x WHERE x.%s > :after ORDER BY x.%s";
    List<T> rows =
        database
            .createQuery(query.formatted(type.getSimpleName(), keyField, keyField), type)
            .setParameter("after", request.after())
            .setMaxResults(request.limit() + 1)
            .getResultList();
    return Page.of(rows, request.limit(), key);
  }

  /** The rows of one client, all of them. */
  public List<T> ofClient(EntityManager database, String clientId) {
    String query = "SELECT x FROM %s x WHERE x.clientId = :client ORDER BY x.%s";
    return database
        .createQuery(query.formatted(type.getSimpleName(), keyField), type)
        .setParameter("client", clientId)
        .getResultList();
  }
}

package io.chasqui.app.persistence;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real persistence unit on the real MariaDB; what a test did is rolled back after it. */
public final class TransactionPerTest implements BeforeEachCallback, AfterEachCallback {
  private static EntityManagerFactory shared;
  private EntityManager database;

  public static synchronized EntityManagerFactory factory() {
    if (shared == null) {
      Map<String, Object> outsideContainer = new HashMap<>();
      outsideContainer.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
      outsideContainer.put("jakarta.persistence.jtaDataSource", null);
      outsideContainer.put("jakarta.persistence.nonJtaDataSource", MigratedDatabase.dataSource());
      outsideContainer.put("eclipselink.target-server", "None");
      shared = Persistence.createEntityManagerFactory("chasqui", outsideContainer);
    }
    return shared;
  }

  public EntityManager database() {
    return database;
  }

  /** Writes to the database and forgets, so that what is read next comes from there. */
  public void store() {
    database.flush();
    database.clear();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    database = factory().createEntityManager();
    database.getTransaction().begin();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    database.getTransaction().rollback();
    database.close();
  }

  /** Events that were fired, in their order. */
  public static final class Fired<T> implements Event<T> {
    public final List<T> events = new ArrayList<>();

    @Override
    public void fire(T event) {
      events.add(event);
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Event<T> select(Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> Event<U> select(Class<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends T> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }
  }
}

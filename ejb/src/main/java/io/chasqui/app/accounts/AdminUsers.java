package io.chasqui.app.accounts;

import io.chasqui.domain.account.AdminUser;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** The administrators' rows. */
@Stateless
public class AdminUsers {
  @PersistenceContext(unitName = "chasqui")
  EntityManager database;

  @Inject Clock clock;

  public Optional<String> passwordHash(String username) {
    return Optional.ofNullable(database.find(AdminUser.class, username))
        .map(AdminUser::passwordHash);
  }

  /** Sets the password of a user, who is created when there is none, and ends all its sessions. */
  public void setPassword(String username, String passwordHash) {
    AdminUser known = database.find(AdminUser.class, username);
    if (known == null) {
      database.persist(AdminUser.of(username, passwordHash, clock.instant()));
    } else {
      known.changePassword(passwordHash);
      database
          .createQuery("DELETE FROM AdminToken t WHERE t.username = :username")
          .setParameter("username", username)
          .executeUpdate();
    }
  }
}

package io.chasqui.database;

import java.util.Objects;

/**
 * How to log in to the database.
 *
 * @param url a JDBC URL of the MariaDB driver, complete with the options the gateway needs
 * @param user never null, may be empty
 * @param password never null, may be empty, never printed
 */
public record ConnectionDetails(String url, String user, String password) {
  public ConnectionDetails {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
  }

  @Override
  public String toString() {
    return new DatabaseUrl(url).hosts() + " as '" + user + "'";
  }
}

package io.chasqui.database;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JDBC URL of the MariaDB driver, e.g. {@code jdbc:mariadb://db.example:3306/chasqui}. */
record DatabaseUrl(String value) {
  private static final Pattern FORM =
      Pattern.compile("jdbc:mariadb:(?:[a-z0-9-]+:)?//([^/?]+)(?:[/?].*)?");

  /**
   * Options the gateway depends on, with what it sets when the URL does not name them. Instants are
   * written and read in UTC whatever the zone of the JVM; bulk statements carry its batches.
   */
  private static final Map<String, String> NEEDED =
      new TreeMap<>(
          Map.of(
              "useBulkStmts", "true",
              "connectTimeout", "10000",
              "connectionTimeZone", "UTC",
              "preserveInstants", "true"));

  /**
   * @throws DatabaseStartException when it is not the MariaDB driver's
   */
  static DatabaseUrl of(String value) {
    if (!FORM.matcher(value).matches()) {
      throw new DatabaseStartException(
          "chasqui.db.url is not the URL of a MariaDB: write jdbc:mariadb://host:3306/chasqui");
    }
    return new DatabaseUrl(value);
  }

  static DatabaseUrl embedded(int port) {
    return new DatabaseUrl("jdbc:mariadb://127.0.0.1:" + port + "/chasqui").complete();
  }

  /** For asking whether it is up: a stranger on the port may accept and never answer. */
  static DatabaseUrl probe(int port) {
    return new DatabaseUrl("jdbc:mariadb://127.0.0.1:" + port + "/chasqui?connectTimeout=1000");
  }

  /** This URL with the options the gateway needs; those it already has are the operator's. */
  DatabaseUrl complete() {
    StringBuilder complete = new StringBuilder(value);
    NEEDED.forEach(
        (option, setting) -> {
          if (!has(option)) {
            complete.append(complete.indexOf("?") < 0 ? '?' : '&').append(option);
            complete.append('=').append(setting);
          }
        });
    return new DatabaseUrl(complete.toString());
  }

  /** The hosts and ports as the operator wrote them: safe to log, there is no user in it. */
  String hosts() {
    Matcher form = FORM.matcher(value);
    return form.matches() ? form.group(1) : "the database";
  }

  private boolean has(String option) {
    String options = value.substring(value.indexOf('?') + 1).toLowerCase(Locale.ROOT);
    return value.indexOf('?') >= 0
        && ('&' + options).contains('&' + option.toLowerCase(Locale.ROOT) + '=');
  }
}

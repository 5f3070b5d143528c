package io.chasqui.app.traffic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what messages are counted apart. */
public enum Grouping {
  HOUR("DATE_FORMAT(t.hour, '%Y-%m-%dT%H:00:00Z')"),
  DAY("DATE_FORMAT(t.hour, '%Y-%m-%d')"),
  CLIENT("NULLIF(t.client_id, '')"),
  CONNECTOR("NULLIF(t.connector_id, '')"),
  SERVICE("COALESCE(s.name, NULLIF(t.service_id, ''))"),
  DIRECTION("IF(t.status < 30, 'outgoing', 'incoming')"),
  STATUS("t.status");

  private final String expression;

  Grouping(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }

  public String apiName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Grouping> ofApiName(String name) {
    return Arrays.stream(values()).filter(each -> each.apiName().equals(name)).findFirst();
  }
}

package io.chasqui.web.api.connectors;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.web.api.problem.Problem;

/** The connector a path names. */
final class ConnectorPath {
  private ConnectorPath() {}

  static ConnectorId id(String text) {
    try {
      return ConnectorId.of(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("there is no connector '" + text + "'").asException();
    }
  }
}

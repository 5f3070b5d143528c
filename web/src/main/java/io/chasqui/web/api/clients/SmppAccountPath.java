package io.chasqui.web.api.clients;

import io.chasqui.domain.esme.SystemId;
import io.chasqui.web.api.problem.Problem;

/** The SMPP account a path names. */
final class SmppAccountPath {
  private SmppAccountPath() {}

  static SystemId id(String text) {
    try {
      return SystemId.of(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("there is no SMPP account '" + text + "'").asException();
    }
  }
}

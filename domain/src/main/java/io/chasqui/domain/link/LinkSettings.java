package io.chasqui.domain.link;

import io.chasqui.domain.encoding.Writing;

/** What a link needs to know to run; one subtype for each kind of wire. */
public sealed interface LinkSettings permits SmppLinkSettings, ModemLinkSettings {
  ConnectorId id();

  /** How messages are written for it. */
  default Writing writing() {
    return Writing.STANDARD;
  }
}

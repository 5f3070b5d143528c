package io.chasqui.domain.link;

/** What a link needs to know to run; one subtype for each kind of wire. */
public sealed interface LinkSettings permits SmppLinkSettings, ModemLinkSettings {
  ConnectorId id();
}

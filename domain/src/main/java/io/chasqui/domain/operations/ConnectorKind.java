package io.chasqui.domain.operations;

/** The wire behind a connector. */
public enum ConnectorKind {
  SMPP,
  MODEM
}

package io.chasqui.domain.link;

/** How a modem is reached. None prints its secret. */
public sealed interface ModemWire permits SerialWire, HilinkWire {
  /** The device for logs and pages. */
  String device();
}

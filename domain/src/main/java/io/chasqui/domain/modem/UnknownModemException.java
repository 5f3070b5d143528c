package io.chasqui.domain.modem;

/** No open link has a modem of this name. */
public class UnknownModemException extends RuntimeException {
  public UnknownModemException(String modem) {
    super("there is no running modem '%s'".formatted(modem));
  }
}

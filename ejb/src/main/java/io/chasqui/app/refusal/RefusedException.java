package io.chasqui.app.refusal;

import jakarta.ejb.ApplicationException;

/** A request that was understood and not fulfilled. Nothing of it was kept. */
@ApplicationException(rollback = true)
public abstract sealed class RefusedException extends RuntimeException
    permits NoSuchThingException, ConflictException, InvalidFieldException {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    // Without a stack: it says nothing about the gateway, only about the request.
    super(message, null, false, false);
  }
}

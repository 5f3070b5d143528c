package io.chasqui.app.webhooks;

import java.net.UnknownHostException;

/** None of the endpoint's addresses may be connected to. */
final class AddressRefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefusedException(String why) {
    super(why);
  }
}

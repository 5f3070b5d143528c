package io.chasqui.simulator;

import java.io.IOException;

/** The link ended before the answer came: whether the ESME took the message is unknown. */
public final class LinkLostException extends IOException {

  LinkLostException() {
    super("the link ended before the answer came");
  }
}

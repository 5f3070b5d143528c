package io.chasqui.smpp.esme;

import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.smpp.mapping.BindRequest;
import io.chasqui.smpp.wire.CommandId;
import io.chasqui.smpp.wire.Pdu;

/** A bind on its way through the application, and how to answer it. */
record BindAttempt(CommandId command, int sequence, BindRequest request, EsmeBind asked) {
  Pdu refusal(int status) {
    return Pdu.of(command.response(), status, sequence);
  }
}

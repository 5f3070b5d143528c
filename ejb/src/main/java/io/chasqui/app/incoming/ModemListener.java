package io.chasqui.app.incoming;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The gateway's end of the modem adapter; what it returns from is safe. */
@MessageDriven(name = "ModemListener", messageListenerInterface = LinkListener.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ModemListener implements LinkListener {
  @Inject private IncomingTraffic traffic;

  @Override
  public void onEvents(List<LinkEvent> batch) {
    traffic.take(batch);
  }
}

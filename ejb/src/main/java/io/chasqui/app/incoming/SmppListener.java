package io.chasqui.app.incoming;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The gateway's end of the SMPP adapter; what it returns from is safe. */
@MessageDriven(name = "SmppListener", messageListenerInterface = LinkListener.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SmppListener implements LinkListener {
  @Inject private IncomingTraffic traffic;

  @Override
  public void onEvents(List<LinkEvent> batch) {
    traffic.take(batch);
  }
}

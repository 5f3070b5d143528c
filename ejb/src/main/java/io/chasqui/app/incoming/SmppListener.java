package io.chasqui.app.incoming;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import java.util.List;

/** The gateway's end of the SMPP adapter. */
@MessageDriven(name = "SmppListener", messageListenerInterface = LinkListener.class)
public class SmppListener implements LinkListener {
  @Inject private IncomingTraffic traffic;

  @Override
  public void onEvents(List<LinkEvent> batch) {
    traffic.take(batch);
  }
}

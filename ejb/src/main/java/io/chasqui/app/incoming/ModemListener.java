package io.chasqui.app.incoming;

import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import java.util.List;

/** The gateway's end of the modem adapter. */
@MessageDriven(name = "ModemListener", messageListenerInterface = LinkListener.class)
public class ModemListener implements LinkListener {
  @Inject private IncomingTraffic traffic;

  @Override
  public void onEvents(List<LinkEvent> batch) {
    traffic.take(batch);
  }
}

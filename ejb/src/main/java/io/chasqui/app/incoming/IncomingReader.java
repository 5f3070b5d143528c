package io.chasqui.app.incoming;

import io.chasqui.app.messaging.Broker;
import io.chasqui.app.messaging.IncomingCodec;
import io.chasqui.app.messaging.Queues;
import io.chasqui.app.operations.Activity;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Reads incoming segments from the broker and has each batch turned into messages. */
@MessageDriven(
    name = "IncomingReader",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.INCOMING),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1")
    })
public class IncomingReader implements MessageListener {
  @Inject private Broker broker;
  @Inject private IncomingDesk desk;
  @Inject private Activity activity;

  @Override
  public void onMessage(Message message) {
    broker
        .read(message, IncomingCodec.INSTANCE)
        .ifPresent(
            batch -> {
              desk.write(batch);
              activity.touch();
            });
  }
}

package io.chasqui.app.incoming;

import io.chasqui.app.outbox.EsmeDispatcher;
import io.chasqui.app.webhooks.WebhookSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has others carry out what a committed batch has left them. */
@ApplicationScoped
class Errands {
  @Inject WebhookSender webhooks;
  @Inject EsmeDispatcher esmes;

  void carryOut(Waiting waiting) {
    if (waiting.pushes()) {
      webhooks.wake();
    }
    if (!waiting.esmes().isEmpty()) {
      esmes.wake(waiting.esmes());
    }
  }
}

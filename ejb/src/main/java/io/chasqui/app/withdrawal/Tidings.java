package io.chasqui.app.withdrawal;

import io.chasqui.app.ledger.Withdrawn;
import io.chasqui.app.outbox.EsmeDispatcher;
import io.chasqui.app.webhooks.WebhookSender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Has told at once what the database keeps to be told. */
@ApplicationScoped
public class Tidings {
  @Inject WebhookSender webhooks;
  @Inject EsmeDispatcher esmes;

  void tell(Withdrawn withdrawn) {
    if (withdrawn.push()) {
      webhooks.wake();
    }
    esmes.wake(withdrawn.esmes());
  }
}

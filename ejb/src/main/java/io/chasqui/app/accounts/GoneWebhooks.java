package io.chasqui.app.accounts;

import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.webhooks.WebhookDisabled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Lets the directory see that an endpoint was switched off because it answered 410 Gone. */
@ApplicationScoped
public class GoneWebhooks {
  @Inject Event<SettingsSaved> saved;

  void gone(@Observes WebhookDisabled event) {
    saved.fire(SettingsSaved.OTHER);
  }
}

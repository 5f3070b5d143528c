package io.chasqui.app.webhooks;

import java.util.Optional;

/** The clients' endpoints as they are now. */
@FunctionalInterface
interface PushTargets {
  /** Nothing for a client without a webhook, or with one that is switched off. */
  Optional<PushTarget> of(String clientId);
}

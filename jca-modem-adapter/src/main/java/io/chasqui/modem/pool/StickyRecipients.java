package io.chasqui.modem.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which modem wrote to whom last: people answer a number they know. The latest are remembered, for
 * so long. Guarded by its pool.
 */
final class StickyRecipients {
  private static final int MOST = 50_000;

  private record Contact(String modem, Instant at) {}

  private final Duration time;
  private final Map<String, Contact> contacts = new LinkedHashMap<>();

  /**
   * @param time zero: nobody is remembered
   */
  StickyRecipients(Duration time) {
    this.time = time;
  }

  void remember(String recipient, String modem, Instant now) {
    if (time.isZero()) {
      return;
    }
    contacts.remove(recipient);
    contacts.put(recipient, new Contact(modem, now));
    if (contacts.size() > MOST) {
      contacts.remove(contacts.keySet().iterator().next());
    }
  }

  Optional<String> modem(String recipient, Instant now) {
    return Optional.ofNullable(contacts.get(recipient))
        .filter(contact -> now.isBefore(contact.at().plus(time)))
        .map(Contact::modem);
  }
}

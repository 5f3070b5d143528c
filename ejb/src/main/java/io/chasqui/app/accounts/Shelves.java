package io.chasqui.app.accounts;

import io.chasqui.app.persistence.Shelf;
import io.chasqui.domain.account.ApiKey;
import io.chasqui.domain.account.Client;
import io.chasqui.domain.account.PhoneNumber;

/** What the use cases of accounts keep. */
final class Shelves {
  static final Shelf<Client> CLIENTS = new Shelf<>(Client.class, "client", "id", Client::id);
  static final Shelf<ApiKey> KEYS = new Shelf<>(ApiKey.class, "API key", "id", ApiKey::id);
  static final Shelf<PhoneNumber> NUMBERS =
      new Shelf<>(PhoneNumber.class, "number", "number", phone -> phone.number().value());

  private Shelves() {}
}

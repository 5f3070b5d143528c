package io.chasqui.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.app.config.SecretsForTests;
import io.chasqui.app.operations.SettingsSaved;
import io.chasqui.app.persistence.Page;
import io.chasqui.app.persistence.PageRequest;
import io.chasqui.app.persistence.TransactionPerTest;
import io.chasqui.app.persistence.TransactionPerTest.Fired;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.account.Client;
import io.chasqui.domain.account.Scope;
import io.chasqui.domain.account.Webhook;
import io.chasqui.domain.account.WebhookFormat;
import io.chasqui.domain.account.WebhookSecret;
import io.chasqui.domain.address.Msisdn;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Clients with what is theirs, on the real database. */
class AccountsTest {
  private static final Msisdn NUMBER = Msisdn.of("+5511999990000");

  @RegisterExtension final TransactionPerTest jpa = new TransactionPerTest();
  @TempDir Path home;

  private final TestClock clock = new TestClock("2026-11-22T12:00:00.123Z");
  private final Fired<SettingsSaved> saved = new Fired<>();
  private final Clients clients = new Clients();
  private final ApiKeys keys = new ApiKeys();
  private final Numbers numbers = new Numbers();
  private final Webhooks webhooks = new Webhooks();

  @BeforeEach
  void begin() {
    clients.database = jpa.database();
    clients.saved = saved;
    clients.clock = clock;
    keys.database = jpa.database();
    keys.saved = saved;
    keys.clock = clock;
    numbers.database = jpa.database();
    numbers.saved = saved;
    numbers.clock = clock;
    webhooks.database = jpa.database();
    webhooks.saved = saved;
    webhooks.clock = clock;
    webhooks.secrets = SecretsForTests.in(home);
  }

  @Test
  void a_client_is_found_as_it_was_made() {
    String id = clients.create(" Prefeitura de Olinda ").id();
    jpa.store();
    Client client = clients.get(id);
    assertThat(client.name()).isEqualTo("Prefeitura de Olinda");
    assertThat(client.isActive()).isTrue();
    assertThat(client.createdAt()).isEqualTo(clock.instant());
    assertThat(saved.events).containsExactly(SettingsSaved.OTHER);
  }

  @Test
  void a_list_is_read_page_by_page() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(clients.create("client " + i).id());
    }
    jpa.store();
    List<String> read = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      Page<Client> page = clients.list(new PageRequest(next.get(), 2));
      page.data().stream().map(Client::id).forEach(read::add);
      next = page.next();
    }
    assertThat(read).isSorted().doesNotHaveDuplicates().containsAll(made);
  }

  @Test
  void a_client_with_numbers_or_working_keys_stays() {
    String id = client("busy");
    numbers.create(NUMBER, id);
    assertThatThrownBy(() -> clients.delete(id)).isInstanceOf(ConflictException.class);
    numbers.delete(NUMBER);
    String key = keys.create(id, new NewApiKey("k", Set.of(Scope.SEND), 0)).key().id();
    assertThatThrownBy(() -> clients.delete(id)).isInstanceOf(ConflictException.class);
    keys.revoke(id, key);
    jpa.store();
    clients.delete(id);
    jpa.store();
    assertThatThrownBy(() -> clients.get(id)).isInstanceOf(NoSuchThingException.class);
  }

  @Test
  void a_key_is_stored_as_a_hash_and_shown_by_its_prefix() {
    String id = client("c");
    IssuedKey issued = keys.create(id, new NewApiKey("k", Set.of(Scope.SEND, Scope.READ), 100));
    jpa.store();
    var stored = keys.get(id, issued.key().id());
    assertThat(stored.secretHash()).isEqualTo(issued.secret().hash());
    assertThat(issued.secret().text()).startsWith(stored.prefix()).startsWith("sk_live_");
    assertThat(stored.scopes()).containsExactlyInAnyOrder(Scope.SEND, Scope.READ);
    assertThat(stored.messagesPerHour()).isEqualTo(100);
  }

  @Test
  void another_clients_key_is_not_found() {
    String mine = client("mine");
    String theirs = client("theirs");
    String key = keys.create(theirs, new NewApiKey("k", Set.of(Scope.SEND), 0)).key().id();
    assertThatThrownBy(() -> keys.get(mine, key)).isInstanceOf(NoSuchThingException.class);
    assertThatThrownBy(() -> keys.revoke(mine, key)).isInstanceOf(NoSuchThingException.class);
  }

  @Test
  void a_number_belongs_to_one_client_that_exists() {
    String first = client("first");
    String second = client("second");
    numbers.create(NUMBER, first);
    jpa.store();
    assertThatThrownBy(() -> numbers.create(NUMBER, second)).isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> numbers.assign(NUMBER, "NOBODY"))
        .isInstanceOf(InvalidFieldException.class)
        .hasMessageContaining("NOBODY");
    numbers.assign(NUMBER, second);
    jpa.store();
    assertThat(numbers.ofClient(second)).hasSize(1);
    assertThat(numbers.ofClient(first)).isEmpty();
  }

  @Test
  void a_webhook_gets_a_secret_that_only_this_gateway_can_read() {
    String id = client("c");
    ConfiguredWebhook set = webhooks.put(id, endpoint("https://example.com/a"));
    jpa.store();
    var stored = webhooks.get(id);
    assertThat(new String(stored.secretEncrypted())).doesNotContain("whsec_");
    String read = webhooks.secrets.decrypt(stored.secretEncrypted(), "webhook/" + stored.id());
    assertThat(read).isEqualTo(set.newSecret().orElseThrow().text());
    assertThat(WebhookSecret.of(read).key()).hasSize(32);
  }

  @Test
  void a_second_webhook_replaces_the_first() {
    String id = client("c");
    String first = webhooks.put(id, endpoint("https://example.com/a")).webhook().id();
    jpa.store();
    webhooks.put(id, endpoint("https://example.com/b"));
    jpa.store();
    assertThat(webhooks.get(id).id()).isEqualTo(first);
    assertThat(webhooks.get(id).url()).isEqualTo(URI.create("https://example.com/b"));
    webhooks.delete(id);
    jpa.store();
    assertThatThrownBy(() -> webhooks.get(id)).isInstanceOf(NoSuchThingException.class);
  }

  @Test
  void a_webhook_set_without_a_secret_keeps_the_one_it_has() {
    String id = client("c");
    String first = secret(webhooks.put(id, endpoint("https://example.com/a")).webhook());
    jpa.store();
    ConfiguredWebhook again = webhooks.put(id, endpoint("https://example.com/b"));
    jpa.store();
    assertThat(again.newSecret()).isEmpty();
    assertThat(secret(webhooks.get(id))).isEqualTo(first);
  }

  @Test
  void a_webhook_set_with_a_secret_changes_it() {
    String id = client("c");
    webhooks.put(id, endpoint("https://example.com/a"));
    jpa.store();
    WebhookSecret other = WebhookSecret.generate(new SecureRandom());
    WebhookEndpoint changed =
        new WebhookEndpoint(
            URI.create("https://example.com/a"), Optional.of(other), WebhookFormat.STANDARD);
    assertThat(webhooks.put(id, changed).newSecret()).contains(other);
    jpa.store();
    assertThat(secret(webhooks.get(id))).isEqualTo(other.text());
  }

  private String secret(Webhook webhook) {
    return webhooks.secrets.decrypt(webhook.secretEncrypted(), "webhook/" + webhook.id());
  }

  private String client(String name) {
    String id = clients.create(name).id();
    jpa.store();
    return id;
  }

  private static WebhookEndpoint endpoint(String url) {
    return new WebhookEndpoint(URI.create(url), Optional.empty(), WebhookFormat.STANDARD);
  }
}

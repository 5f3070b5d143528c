package io.chasqui.app.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.chasqui.app.traffic.Counts;
import io.chasqui.domain.message.MessageId;
import io.chasqui.domain.message.MessageStatus;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryLoopTest {
  private static final int OPEN = 0;
  private static final int DELIVERED = 1;
  private static final int DEAD = 2;
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration LATER = Duration.ofHours(1);

  private Outbox outbox;

  @BeforeEach
  void open() throws SQLException {
    outbox = new Outbox();
  }

  @AfterEach
  void close() throws InterruptedException {
    outbox.close();
  }

  @Test
  void an_event_reaches_its_endpoint_signed() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String client = outbox.client(receiver.url());
      MessageId message = MessageId.next(Clock.systemUTC());
      PendingEvent event = outbox.event(client, message, "message.delivered");
      DeliveryLoop loop = outbox.start();
      outbox.add(event);
      loop.wake();

      soon(() -> assertThat(outbox.row(event).state()).isEqualTo(DELIVERED));
      assertThat(outbox.row(event).attempts()).isEqualTo(1);
      assertThat(outbox.row(event).status()).isEqualTo(200);
      assertThat(receiver.requests()).hasSize(1);
      Receiver.Request request = receiver.requests().get(0);
      assertThat(request.header("webhook-id")).isEqualTo(event.deliveryId().value());
      assertThat(signatureIsRight(request, outbox.secretOf(client).text())).isTrue();
      assertThat(Json.createReader(new StringReader(request.text())).readObject())
          .hasToString(
              "{\"type\":\"message.delivered\",\"timestamp\":\"2026-11-22T12:30:00.123Z\","
                  + "\"data\":{\"id\":\"%s\",\"text\":\"olá €\"}}".formatted(message));
    }
  }

  @Test
  void what_waited_in_the_outbox_goes_out_at_the_start() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String client = outbox.client(receiver.url());
      outbox.addDelivered(client, 3);
      outbox.start();

      soon(() -> assertThat(outbox.rowsOf(client)).allMatch(row -> row.state() == DELIVERED));
    }
  }

  @Test
  void a_failed_attempt_is_made_again_under_the_same_id() throws Exception {
    try (Receiver receiver = Receiver.answering(500, 503, 200)) {
      String client = outbox.client(receiver.url());
      outbox.addDelivered(client, 1);
      outbox.start(SOON, SOON, LATER);

      soon(() -> assertThat(outbox.rowsOf(client).get(0).state()).isEqualTo(DELIVERED));
      assertThat(outbox.rowsOf(client).get(0).attempts()).isEqualTo(3);
      assertThat(receiver.requests())
          .hasSize(3)
          .extracting(request -> request.header("webhook-id"))
          .containsOnly(outbox.rowsOf(client).get(0).id());
      assertThat(receiver.requests())
          .allMatch(request -> signatureIsRight(request, outbox.secretOf(client).text()));
    }
  }

  @Test
  void a_retry_after_is_waited_for() throws Exception {
    try (Receiver receiver =
        Receiver.that(
            (exchange, number) -> {
              exchange.getResponseHeaders().set("Retry-After", "3600");
              exchange.sendResponseHeaders(429, -1);
            })) {
      String client = outbox.client(receiver.url());
      outbox.addDelivered(client, 1);
      outbox.start(SOON, SOON);

      soon(() -> assertThat(outbox.rowsOf(client).get(0).status()).isEqualTo(429));
      await()
          .during(Duration.ofMillis(500))
          .atMost(Duration.ofSeconds(2))
          .until(() -> receiver.requests().size() == 1);
    }
  }

  @Test
  void a_redirect_is_a_failure() throws Exception {
    try (Receiver elsewhere = Receiver.answering(200);
        Receiver receiver =
            Receiver.that(
                (exchange, number) -> {
                  exchange.getResponseHeaders().set("Location", elsewhere.url().toString());
                  exchange.sendResponseHeaders(302, -1);
                })) {
      String client = outbox.client(receiver.url());
      outbox.addDelivered(client, 1);
      outbox.start(LATER);

      soon(() -> assertThat(outbox.rowsOf(client).get(0).status()).isEqualTo(302));
      assertThat(outbox.rowsOf(client).get(0).state()).isEqualTo(OPEN);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @Test
  void a_hanging_endpoint_is_given_up_and_tried_again() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Receiver receiver =
        Receiver.that(
            (exchange, number) -> {
              if (number == 1) {
                never.await(30, TimeUnit.SECONDS);
              }
              exchange.sendResponseHeaders(200, -1);
            })) {
      String client = outbox.client(receiver.url());
      outbox.addDelivered(client, 1);
      outbox.startPatient(Duration.ofMillis(300), Duration.ofSeconds(1));

      soon(
          () ->
              assertThat(outbox.rowsOf(client).get(0).error()).isEqualTo("no answer within 0.3 s"));
      soon(() -> assertThat(outbox.rowsOf(client).get(0).state()).isEqualTo(DELIVERED));
    }
  }

  @Test
  void a_hanging_endpoint_holds_up_nobody_else() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Receiver hanging = Receiver.that((exchange, number) -> never.await(30, TimeUnit.SECONDS));
        Receiver perfect = Receiver.answering(200)) {
      String unlucky = outbox.client(hanging.url());
      String lucky = outbox.client(perfect.url());
      outbox.addDelivered(unlucky, 300);
      outbox.addDelivered(lucky, 300);
      outbox.startPatient(Duration.ofSeconds(20), LATER);

      soon(() -> assertThat(outbox.rowsOf(lucky)).allMatch(row -> row.state() == DELIVERED));
      assertThat(perfect.requests()).hasSize(300);
      assertThat(perfect.mostAtOnce()).isLessThanOrEqualTo(8);
      assertThat(hanging.requests()).hasSize(8);
      assertThat(outbox.rowsOf(unlucky)).allMatch(row -> row.state() == OPEN);
    }
  }

  @Test
  void a_410_switches_the_endpoint_off_and_kills_what_it_was_to_get() throws Exception {
    try (Receiver receiver = Receiver.answering(410)) {
      String client = outbox.client(receiver.url());
      String neighbour = outbox.client(URI.create("http://127.0.0.1:1/"));
      List<MessageId> messages =
          List.of(outbox.received(client), outbox.received(client), outbox.received(client));
      outbox.addDelivered(neighbour, 1);
      outbox.start(LATER);

      soon(() -> assertThat(outbox.disabled).containsExactly(new WebhookDisabled(client)));
      assertThat(outbox.webhookOf(client)).isEqualTo("false answered 410 Gone");
      assertThat(outbox.rowsOf(client)).allMatch(row -> row.state() == DEAD);
      for (MessageId message : messages) {
        assertThat(outbox.statusOf(message)).isEqualTo(MessageStatus.PUSH_FAILED);
        assertThat(outbox.eventsOf(message))
            .containsExactly("PUSH_FAILED webhook answered 410 Gone");
      }
      assertThat(Counts.ofClient(client))
          .as("of messages that came uncounted")
          .isEqualTo(Map.of(MessageStatus.RECEIVED, -3L, MessageStatus.PUSH_FAILED, 3L));
      assertThat(outbox.webhookOf(neighbour)).isEqualTo("true null");
      assertThat(outbox.rowsOf(neighbour)).allMatch(row -> row.state() == OPEN);
    }
  }

  @Test
  void a_410_of_an_endpoint_that_was_replaced_meanwhile_switches_nothing_off() throws Exception {
    try (Receiver old = Receiver.answering(410)) {
      String client = outbox.client(old.url());
      outbox.change("UPDATE webhook SET url = 'https://new.example/' WHERE client_id = ?", client);
      outbox.addDelivered(client, 1);
      outbox.start(LATER);

      soon(() -> assertThat(outbox.rowsOf(client).get(0).status()).isEqualTo(410));
      assertThat(outbox.rowsOf(client).get(0).state()).isEqualTo(OPEN);
      assertThat(outbox.webhookOf(client)).isEqualTo("true null");
      assertThat(outbox.disabled).isEmpty();
    }
  }

  @Test
  void an_incoming_message_is_pushed_when_its_endpoint_has_it() throws Exception {
    try (Receiver receiver = Receiver.answering(500, 200)) {
      MessageId message = outbox.received(outbox.client(receiver.url()));
      outbox.start(SOON);

      soon(() -> assertThat(outbox.statusOf(message)).isEqualTo(MessageStatus.PUSHED));
      assertThat(outbox.eventsOf(message)).containsExactly("PUSHED webhook answered 200");
    }
  }

  @Test
  void an_incoming_message_that_cannot_be_pushed_says_why() throws Exception {
    try (Receiver receiver = Receiver.answering(404)) {
      String client = outbox.client(receiver.url());
      MessageId message = outbox.received(client);
      outbox.start(SOON, SOON);

      soon(() -> assertThat(outbox.statusOf(message)).isEqualTo(MessageStatus.PUSH_FAILED));
      assertThat(outbox.eventsOf(message)).containsExactly("PUSH_FAILED webhook answered 404");
      assertThat(outbox.rowsOf(client).get(0))
          .extracting(Outbox.Row::state, Outbox.Row::attempts, Outbox.Row::error)
          .containsExactly(DEAD, 3, "webhook answered 404");
      assertThat(receiver.requests()).hasSize(3);
    }
  }

  @Test
  void a_replayed_dead_letter_moves_its_message_on() throws Exception {
    try (Receiver receiver = Receiver.answering(500, 200)) {
      String client = outbox.client(receiver.url());
      MessageId message = outbox.received(client);
      DeliveryLoop loop = outbox.start();
      soon(() -> assertThat(outbox.statusOf(message)).isEqualTo(MessageStatus.PUSH_FAILED));

      outbox.change(
          "UPDATE webhook_delivery SET state = 0, attempts = 0, next_attempt_at = ?"
              + " WHERE client_id = ?",
          Instant.now(),
          client);
      loop.wake();

      soon(() -> assertThat(outbox.statusOf(message)).isEqualTo(MessageStatus.PUSHED));
    }
  }

  @Test
  void an_outgoing_message_is_left_as_it_is() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String client = outbox.client(receiver.url());
      MessageId message = outbox.received(client);
      outbox.change("UPDATE message SET status = 10 WHERE id = ?", (Object) message.bytes());
      outbox.add(outbox.event(client, message, "message.delivered"));
      outbox.start();

      soon(() -> assertThat(outbox.rowsOf(client)).allMatch(row -> row.state() == DELIVERED));
      assertThat(outbox.statusOf(message)).isEqualTo(MessageStatus.DELIVERED);
      assertThat(outbox.eventsOf(message)).isEmpty();
    }
  }

  @Test
  void an_event_added_again_is_not_sent_again() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String client = outbox.client(receiver.url());
      PendingEvent event =
          outbox.event(client, MessageId.next(Clock.systemUTC()), "message.delivered");
      PendingEvent last =
          outbox.event(client, MessageId.next(Clock.systemUTC()), "message.expired");
      DeliveryLoop loop = outbox.start();
      outbox.add(event, event);
      loop.wake();
      soon(() -> assertThat(outbox.row(event).state()).isEqualTo(DELIVERED));

      outbox.add(event, last);
      loop.wake();

      soon(() -> assertThat(outbox.row(last).state()).isEqualTo(DELIVERED));
      assertThat(receiver.requests())
          .extracting(request -> request.header("webhook-id"))
          .containsExactly(event.deliveryId().value(), last.deliveryId().value());
    }
  }

  @Test
  void an_event_that_does_not_fit_is_not_cut() throws Exception {
    String client = outbox.client(URI.create("http://127.0.0.1:1/"));
    PendingEvent tooLong =
        outbox.event(client, MessageId.next(Clock.systemUTC()), "message." + "x".repeat(50));

    assertThatThrownBy(() -> outbox.add(tooLong)).isInstanceOf(SQLException.class);
  }

  @Test
  void what_was_under_way_in_a_crash_goes_out_again_under_the_same_id() throws Exception {
    CountDownLatch crashed = new CountDownLatch(1);
    try (Receiver receiver =
        Receiver.that(
            (exchange, number) -> {
              crashed.await(30, TimeUnit.SECONDS);
              exchange.sendResponseHeaders(200, -1);
            })) {
      String client = outbox.client(receiver.url());
      outbox.addDelivered(client, 1);
      outbox.start(LATER);
      soon(() -> assertThat(receiver.requests()).hasSize(1));
      outbox.kill();
      crashed.countDown();
      assertThat(outbox.rowsOf(client).get(0).state()).isEqualTo(OPEN);

      outbox.start(LATER);

      soon(() -> assertThat(outbox.rowsOf(client).get(0).state()).isEqualTo(DELIVERED));
      assertThat(receiver.requests())
          .hasSize(2)
          .extracting(request -> request.header("webhook-id"))
          .containsOnly(outbox.rowsOf(client).get(0).id());
    }
  }

  @Test
  void a_stop_waits_for_what_is_under_way_and_starts_nothing_more() throws Exception {
    CountDownLatch mayAnswer = new CountDownLatch(1);
    try (Receiver receiver =
        Receiver.that(
            (exchange, number) -> {
              mayAnswer.await(30, TimeUnit.SECONDS);
              exchange.sendResponseHeaders(200, -1);
            })) {
      String client = outbox.client(receiver.url());
      outbox.addDelivered(client, 20);
      DeliveryLoop loop = outbox.start(LATER);
      soon(() -> assertThat(receiver.requests()).hasSize(8));

      loop.stop(Duration.ofSeconds(10));
      mayAnswer.countDown();
      outbox.stop(Duration.ofSeconds(10));

      assertThat(outbox.rowsOf(client)).filteredOn(row -> row.state() == DELIVERED).hasSize(8);
      assertThat(receiver.requests()).hasSize(8);
    }
  }

  @Test
  void a_client_without_a_webhook_keeps_its_deliveries_for_later() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String client = outbox.client(receiver.url());
      outbox.switchOff(client);
      outbox.addDelivered(client, 1);
      outbox.start(LATER);

      soon(
          () ->
              assertThat(outbox.rowsOf(client).get(0).error())
                  .isEqualTo("the client has no webhook that is switched on"));
      assertThat(outbox.rowsOf(client).get(0).state()).isEqualTo(OPEN);
      assertThat(receiver.requests()).isEmpty();
    }
  }

  @Test
  void a_database_that_fails_for_a_while_costs_no_result() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String client = outbox.client(receiver.url());
      MessageId message = outbox.received(client);
      outbox.failAfterFirst(receiver, 2);
      outbox.start(LATER);

      soon(() -> assertThat(outbox.statusOf(message)).isEqualTo(MessageStatus.PUSHED));
      assertThat(outbox.failuresLeft()).isZero();
      assertThat(receiver.requests()).hasSize(1);
      assertThat(outbox.eventsOf(message)).containsExactly("PUSHED webhook answered 200");
    }
  }

  @Test
  void a_directory_that_fails_for_a_while_loses_no_delivery() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String client = outbox.client(receiver.url());
      outbox.addDelivered(client, 10);
      outbox.failDirectory(9);
      outbox.start(SOON, SOON);

      soon(() -> assertThat(outbox.rowsOf(client)).allMatch(row -> row.state() == DELIVERED));
      assertThat(receiver.requests()).hasSize(10);
    }
  }

  @Test
  void a_long_backlog_is_delivered_in_whole_and_each_once() throws Exception {
    try (Receiver receiver = Receiver.answering(200)) {
      String client = outbox.client(receiver.url());
      outbox.addDelivered(client, 1000);
      outbox.start(LATER);

      soon(() -> assertThat(outbox.rowsOf(client)).allMatch(row -> row.state() == DELIVERED));
      assertThat(receiver.requests())
          .hasSize(1000)
          .extracting(request -> request.header("webhook-id"))
          .doesNotHaveDuplicates();
    }
  }

  private static void soon(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
  }

  /** As a receiver would, from the specification alone. */
  private static boolean signatureIsRight(Receiver.Request request, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String signed =
          request.header("webhook-id") + "." + request.header("webhook-timestamp") + ".";
      mac.update(signed.getBytes(UTF_8));
      String expected = Base64.getEncoder().encodeToString(mac.doFinal(request.body()));
      long age =
          Instant.now().getEpochSecond() - Long.parseLong(request.header("webhook-timestamp"));
      return request.header("webhook-signature").equals("v1," + expected) && age < 60;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.chasqui.web.api.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.web.Caller;
import io.chasqui.web.Deployed;
import jakarta.json.JsonArray;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many messages in one request, of the deployed application. */
class BatchIT extends Deployed {
  private static final String PATH = "/messages/batch";

  @Test
  void each_accepted_message_of_a_batch_can_be_looked_up() throws Exception {
    Caller client = client(0);
    Caller.Answer answer = client.post(PATH, thousand()).expect(202);
    JsonArray messages = answer.json().getJsonArray("messages");
    assertThat(messages).hasSize(1_000);
    for (int place : new int[] {0, 499, 999}) {
      String id = messages.getJsonObject(place).getString("id");
      assertThat(client.get("/messages/" + id).expect(200).json().getString("text"))
          .isEqualTo("message " + place);
    }
  }

  @Test
  void the_same_batch_under_the_same_key_is_accepted_once() throws Exception {
    Caller client = client(0).with("Idempotency-Key", UUID.randomUUID().toString());
    String first = client.post(PATH, thousand()).expect(202).text();
    assertThat(client.post(PATH, thousand()).expect(202).text()).isEqualTo(first);
    client.post(PATH, toMany(2)).expect(422);
  }

  @Test
  void a_batch_beyond_the_hours_rest_is_refused_whole() throws Exception {
    Caller client = client(3);
    client.post(PATH, toMany(2)).expect(202);
    Caller.Answer refused = client.post(PATH, toMany(2)).expect(429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    client.post(PATH, toMany(1)).expect(202);
  }

  @Test
  void more_than_four_megabytes_are_not_read() throws Exception {
    client(0).post(PATH, " ".repeat((4 << 20) + 1)).expect(413);
  }

  private Caller client(int messagesPerHour) throws Exception {
    String id =
        administrator().post("/clients", "{\"name\":\"Bulk\"}").expect(201).json().getString("id");
    String key =
        administrator()
            .post(
                "/clients/" + id + "/api-keys",
                "{\"name\":\"k\",\"scopes\":[\"send\",\"read\"],\"messages_per_hour\":%d}"
                    .formatted(messagesPerHour))
            .expect(201)
            .json()
            .getString("key");
    return nobody().with("X-API-Key", key);
  }

  private static String thousand() {
    return IntStream.range(0, 1_000)
        .mapToObj(
            i ->
                "{\"from\":\"Shop\",\"to\":\"+5511999990000\",\"text\":\"message %d\"}"
                    .formatted(i))
        .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
  }

  private static String toMany(int recipients) {
    return "{\"from\":\"Shop\",\"text\":\"sale\",\"to\":[%s]}"
        .formatted(String.join(",", Collections.nCopies(recipients, "\"+5511999990000\"")));
  }
}

package io.chasqui.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.testbed.Bed;
import io.chasqui.web.Caller;
import io.chasqui.web.Deployed;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Who is let through to what, in the deployed application. */
class ApiGuardIT extends Deployed {
  private static final String LOGIN =
      """
      {"username":"admin","password":"%s"}""";
  private static final String MESSAGE =
      """
      {"from":"Chasqui","to":"+5511988887777","text":"hello"}""";

  @Test
  void without_credentials_one_is_told_how_to_sign_in() throws Exception {
    Caller.Answer answer = nobody().get("/connectors").expect(401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void a_wrong_password_and_a_wrong_user_get_the_same_answer() throws Exception {
    String wrongPassword =
        nobody().withBasic("admin", "wrong").get("/connectors").expect(401).text();
    assertThat(nobody().withBasic("nobody", "wrong").get("/connectors").expect(401).text())
        .isEqualTo(wrongPassword);
    administrator().get("/connectors").expect(200);
  }

  @Test
  void the_right_password_does_not_help_a_page_of_another_site() throws Exception {
    administrator().with("Sec-Fetch-Site", "cross-site").get("/connectors").expect(403);
    administrator().with("Sec-Fetch-Site", "same-origin").get("/connectors").expect(200);
  }

  @Test
  void a_method_that_says_nothing_lets_nobody_through() throws Exception {
    nobody().get("/failures/of/nobody").expect(401);
    administrator().get("/failures/of/nobody").expect(403);
  }

  @Test
  void a_token_works_until_the_logout_and_a_refresh_token_once() throws Exception {
    JsonObject tokens =
        nobody().post("/auth/login", LOGIN.formatted(Bed.ADMIN_PASSWORD)).expect(200).json();
    String refresh = "{\"refresh_token\":\"%s\"}".formatted(tokens.getString("refresh_token"));
    JsonObject renewed = nobody().post("/auth/refresh", refresh).expect(200).json();
    nobody().post("/auth/refresh", refresh).expect(401);
    String fresh =
        nobody()
            .post("/auth/login", LOGIN.formatted(Bed.ADMIN_PASSWORD))
            .json()
            .getString("access_token");
    assertThat(renewed.getString("access_token")).isNotEqualTo(fresh);
    Caller bearer = nobody().with("Authorization", "Bearer " + fresh);
    bearer.get("/connectors").expect(200);
    bearer.post("/auth/logout", "").expect(204);
    bearer.get("/connectors").expect(401);
  }

  @Test
  void a_key_opens_what_its_scopes_name_until_it_is_revoked() throws Exception {
    String client =
        administrator()
            .post("/clients", "{\"name\":\"Reader\"}")
            .expect(201)
            .json()
            .getString("id");
    JsonObject issued =
        administrator()
            .post("/clients/" + client + "/api-keys", "{\"name\":\"r\",\"scopes\":[\"read\"]}")
            .expect(201)
            .json();
    Caller reader = nobody().with("X-API-Key", issued.getString("key"));
    reader.get("/messages").expect(200);
    reader.post("/messages", MESSAGE).expect(403);
    reader.get("/connectors").expect(403);
    administrator()
        .delete("/clients/" + client + "/api-keys/" + issued.getString("id"))
        .expect(204);
    reader.get("/messages").expect(401);
  }
}

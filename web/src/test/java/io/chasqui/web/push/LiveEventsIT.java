package io.chasqui.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.testbed.Bed;
import io.chasqui.web.Caller;
import io.chasqui.web.Deployed;
import io.chasqui.web.ui.login.Browser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The event stream of an open page. */
class LiveEventsIT extends Deployed {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void is_for_those_who_are_signed_in_and_never_a_login_page() throws Exception {
    Caller.Answer answer = nobody().page("ui/events").expect(401);
    assertThat(answer.text()).doesNotContain("<html");
  }

  @Test
  void tells_an_open_page_that_something_changed() throws Exception {
    Caller browser = nobody();
    new Browser(browser).signIn("login", "admin", Bed.ADMIN_PASSWORD).expect(302);
    HttpResponse<InputStream> stream = browser.open("ui/events");
    assertThat(stream.statusCode()).isEqualTo(200);
    assertThat(stream.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      Assertions.assertTimeoutPreemptively(PATIENCE, () -> awaitLine(lines, "event: beat"));
      addConnector();
      Assertions.assertTimeoutPreemptively(PATIENCE, () -> awaitLine(lines, "event: change"));
    }
  }

  private void addConnector() throws Exception {
    administrator()
        .post(
            "/connectors",
            """
            {"id":"seen-by-pages","kind":"smpp","host":"127.0.0.1","port":1,"system_id":"x",\
            "password":"x","enabled":false}""")
        .expect(201);
  }

  private static void awaitLine(BufferedReader lines, String wanted) throws IOException {
    for (String line = lines.readLine(); !wanted.equals(line); line = lines.readLine()) {
      if (line == null) {
        throw new AssertionError("the stream ended before " + wanted);
      }
    }
  }
}

package io.chasqui.web.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.testbed.Bed;
import io.chasqui.web.Caller;
import io.chasqui.web.Deployed;
import org.junit.jupiter.api.Test;

/** Signing in to the pages, by Jakarta Security in the deployed application. */
class LoginIT extends Deployed {
  private static final String REFUSED = "role=\"alert\"";

  @Test
  void a_page_leads_to_the_login_and_the_login_back_to_the_page() throws Exception {
    Caller browser = nobody();
    String login = browser.page("ui/status?minutes=60").expect(302).header("Location");
    assertThat(login).endsWith("/login?from=%2Fui%2Fstatus%3Fminutes%3D60");
    Caller.Answer signedIn =
        new Browser(browser)
            .signIn(login.substring(login.indexOf("login?")), "admin", Bed.ADMIN_PASSWORD)
            .expect(302);
    assertThat(signedIn.header("Location")).endsWith("/ui/status?minutes=60");
    browser.page("ui/status?minutes=60").expect(200);
  }

  @Test
  void a_wrong_password_leaves_one_outside() throws Exception {
    Caller browser = nobody();
    Caller.Answer refused = new Browser(browser).signIn("login", "admin", "wrong").expect(200);
    assertThat(refused.text()).contains(REFUSED);
    browser.page("ui/status").expect(302);
  }

  @Test
  void nobody_is_led_to_another_site() throws Exception {
    Caller.Answer signedIn =
        new Browser(nobody())
            .signIn("login?from=https%3A%2F%2Fevil.example%2F", "admin", Bed.ADMIN_PASSWORD)
            .expect(302);
    assertThat(signedIn.header("Location")).endsWith("/ui/status").doesNotContain("evil");
  }

  @Test
  void a_session_id_known_before_the_login_is_worth_nothing_after_it() throws Exception {
    Caller browser = nobody();
    String before = session(browser.page("login").expect(200));
    String after = session(new Browser(browser).signIn("login", "admin", Bed.ADMIN_PASSWORD));
    assertThat(after).isNotEmpty().isNotEqualTo(before);
    Caller thief = nobody().with("Cookie", before);
    thief.page("ui/status").expect(302);
  }

  @Test
  void a_part_of_a_page_is_answered_with_a_redirect_that_the_pages_script_understands()
      throws Exception {
    Caller.Answer answer =
        nobody().with("Faces-Request", "partial/ajax").page("ui/status").expect(200);
    assertThat(answer.header("Content-Type")).startsWith("text/xml");
    assertThat(answer.text()).contains("<redirect url=", "/login?from=");
  }

  @Test
  void the_login_page_may_be_framed_by_nobody_and_runs_no_foreign_script() throws Exception {
    Caller.Answer login = nobody().page("login").expect(200);
    assertThat(login.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(login.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(login.header("Cache-Control")).contains("no-store");
  }

  /** {@code CHASQUISESSION=...} of an answer that sets it. */
  private static String session(Caller.Answer answer) {
    return answer.header("Set-Cookie").split(";", 2)[0];
  }
}

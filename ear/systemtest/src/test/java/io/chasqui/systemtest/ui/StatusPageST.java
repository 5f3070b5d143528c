package io.chasqui.systemtest.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import io.chasqui.systemtest.Gateway;
import io.chasqui.systemtest.MicroGateway;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an administrator sees and does on the first page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusPageST {
  private static final double PATIENCE_MILLIS = 20_000;
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Gateway gateway;
  private Carrier carrier;
  private Chromium chromium;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  void open() throws IOException {
    gateway = MicroGateway.shared();
    carrier = Carrier.connect(gateway.admin());
    chromium = new Chromium();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (carrier != null) {
      carrier.close();
    }
  }

  @BeforeEach
  void openBrowser() {
    complaints.clear();
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(gateway.baseUri().toString())
                    .setLocale("en-GB")
                    .setTimezoneId("America/Sao_Paulo"));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void closeBrowser() {
    context.close();
    assertThat(complaints).as("errors in the browser's console").isEmpty();
  }

  @Test
  void a_wrong_password_is_refused_and_the_right_one_leads_to_the_page_wanted() throws IOException {
    page.navigate("/ui/status?minutes=60");
    assertThat(page.url()).contains("/login");

    signIn("admin", "wrong");
    Locator refusal = page.locator("[role=alert]");
    assertThat(refusal).hasCount(1);
    String wrongPassword = refusal.textContent();
    signIn("nobody", "wrong");
    assertThat(refusal).hasText(wrongPassword);

    signIn("admin", gateway.adminPassword());
    page.waitForURL("**/ui/status?minutes=60");
  }

  @Test
  void signing_in_changes_the_session_and_signing_out_ends_it() throws IOException {
    page.navigate("/login");
    String before = session().value;
    signIn("admin", gateway.adminPassword());
    page.waitForURL("**/ui/status");
    assertThat(session().value).isNotEqualTo(before);
    assertThat(session().httpOnly).isTrue();
    assertThat(session().sameSite.name()).isEqualTo("LAX");

    page.getByText("Sign out").click();
    page.waitForURL("**/login?bye=1");
    page.navigate("/ui/status");
    assertThat(page.url()).contains("/login");
  }

  @Test
  void the_page_allows_no_foreign_script_and_no_frame() throws IOException {
    openStatus();
    Response response = page.navigate("/ui/status");
    assertThat(response.headerValue("content-security-policy"))
        .contains("script-src 'self' 'nonce-", "frame-ancestors 'none'");
    assertThat(response.headerValue("x-content-type-options")).isEqualTo("nosniff");
    assertThat(response.headerValue("referrer-policy")).isEqualTo("same-origin");
  }

  @Test
  void the_language_changes_at_once_and_is_remembered() throws IOException {
    openStatus();
    page.locator("[data-preference=language]").selectOption("pt");
    assertThat(page.locator("#connectors-heading")).hasText("Conectores");
    page.navigate("/ui/status");
    assertThat(page.locator("#connectors-heading")).hasText("Conectores");
    assertThat(page.locator("html")).hasAttribute("lang", "pt");
  }

  @Test
  void the_theme_changes_at_once_and_comes_with_the_next_page() throws IOException {
    openStatus();
    String light = background();
    page.locator("[data-preference=theme]").selectOption("dark");
    assertThat(background()).isNotEqualTo(light);
    assertThat(page.navigate("/ui/status").text()).contains("data-theme=\"dark\"");
  }

  @Test
  void a_message_appears_and_is_delivered_without_a_reload() throws IOException {
    openStatus();
    assertThat(page.locator("#live")).hasAttribute("data-live", "live");
    page.evaluate("window.sameDocument = true");
    String id = carrier.send("Live, please");
    Locator row = page.locator("[data-message='" + id + "']");
    assertThat(row).containsText("Live, please");
    assertThat(row.locator(".pill")).hasAttribute("data-state", "delivered");
    assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
  }

  @Test
  void markup_in_a_message_is_shown_as_text() throws IOException {
    openStatus();
    String text = "<script>document.title='owned'</script><b>bold</b>";
    String id = carrier.send(text);
    assertThat(page.locator("[data-message='" + id + "'] .text")).hasText(text);
    assertThat(page.locator("[data-message='" + id + "'] b")).hasCount(0);
    assertThat(page.title()).doesNotContain("owned");
  }

  @Test
  void a_connector_is_stopped_and_started() throws IOException {
    openStatus();
    Locator row = page.locator("[data-connector='" + Carrier.CONNECTOR + "']");
    assertThat(row.locator(".pill")).hasAttribute("data-state", "bound");
    row.getByText("Stop").click();
    assertThat(row.locator(".pill")).hasAttribute("data-state", "stopped");
    assertThat(carrier.state()).isEqualTo("stopped");
    row.getByText("Start").click();
    assertThat(row.locator(".pill")).hasAttribute("data-state", "bound");
  }

  @Test
  void a_paused_page_stands_still_until_it_is_resumed() throws IOException {
    openStatus();
    assertThat(page.locator("#live")).hasAttribute("data-live", "live");
    page.locator("#live").click();
    assertThat(page.locator("#live")).hasAttribute("data-live", "paused");
    String id = carrier.send("While paused");
    assertThat(page.locator("[data-message='" + id + "']")).hasCount(0);
    page.locator("#live").click();
    assertThat(page.locator("[data-message='" + id + "']")).hasCount(1);
  }

  @Test
  void a_phone_shows_everything_without_scrolling_sideways() throws IOException {
    carrier.send("A text long enough to need more than one line on a telephone's narrow screen");
    page.setViewportSize(390, 844);
    openStatus();
    assertThat(page.locator("[data-message]").first()).isVisible();
    for (String language : List.of("en", "pt", "es", "fr", "de")) {
      page.locator("[data-preference=language]").selectOption(language);
      assertThat(page.locator("html")).hasAttribute("lang", language);
      assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
          .as(language)
          .isEqualTo(390);
    }
  }

  @Test
  void the_keyboard_reaches_the_content_first() throws IOException {
    openStatus();
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip-link")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
  }

  @Test
  void nothing_stands_in_the_way_of_assistive_technology() throws IOException {
    page.navigate("/login");
    assertThat(violations()).isEmpty();
    carrier.send("Accessible");
    openStatus();
    assertThat(page.locator("[data-message]").first()).isVisible();
    for (String theme : List.of("light", "dark")) {
      page.locator("[data-preference=theme]").selectOption(theme);
      assertThat(violations()).as(theme).isEmpty();
    }
  }

  @Test
  void an_address_without_a_page_says_where_to_go() throws IOException {
    openStatus();
    Response response = page.navigate("/ui/nowhere");
    assertThat(response.status()).isEqualTo(404);
    assertThat(page.locator("h1")).hasText("Page not found");
    assertThat(page.innerText("body")).doesNotContain("Payara").doesNotContain("Exception");
    complaints.clear(); // The browser notes the 404 itself.
  }

  private void openStatus() throws IOException {
    page.navigate("/ui/status");
    if (page.url().contains("/login")) {
      signIn("admin", gateway.adminPassword());
      page.waitForURL("**/ui/status");
    }
  }

  private void signIn(String username, String password) {
    page.getByLabel("User name").fill(username);
    page.getByLabel("Password").fill(password);
    page.locator("[id='login:submit']").click();
  }

  private Cookie session() {
    return context.cookies().stream()
        .filter(cookie -> cookie.name.equals("CHASQUISESSION"))
        .findFirst()
        .orElseThrow();
  }

  private String background() {
    return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
  }

  private List<String> violations() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .map(StatusPageST::described)
            .toList();
  }

  private static String described(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
  }
}

package io.chasqui.app.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.config.GatewaySettings;
import io.chasqui.app.persistence.TransactionPerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AdministratorsTest {
  private static final String HERE = "127.0.0.1";

  @RegisterExtension final TransactionPerTest jpa = new TransactionPerTest();
  @TempDir Path home;

  private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
  private final AdminUsers users = new AdminUsers();
  private final BearerTokens tokens = new BearerTokens();
  private Administrators administrators;

  @BeforeEach
  void begin() {
    users.database = jpa.database();
    users.clock = clock;
    tokens.database = jpa.database();
    tokens.clock = clock;
    administrators = freshProcess();
  }

  @Test
  void a_first_start_writes_a_password_that_opens_into_a_private_file() throws IOException {
    start(Map.of());
    Path file = home.resolve("admin-password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String password = Files.readString(file).strip();
    assertThat(password).hasSize(24);
    assertThat(signIn(password)).isEqualTo(new SignIn.Granted("admin"));
  }

  @Test
  void a_second_start_leaves_the_password_alone() throws IOException {
    start(Map.of());
    String password = Files.readString(home.resolve("admin-password")).strip();
    start(Map.of());
    assertThat(freshProcess().signIn("admin", password, HERE)).isInstanceOf(SignIn.Granted.class);
  }

  @Test
  void the_setting_wins_over_the_stored_password_and_ends_sessions() throws IOException {
    start(Map.of());
    String generated = Files.readString(home.resolve("admin-password")).strip();
    assertThat(signIn(generated)).isInstanceOf(SignIn.Granted.class);
    String access = tokens.issue("admin").access();
    start(Map.of("chasqui.admin.password", "from-the-setting"));
    assertThat(home.resolve("admin-password")).doesNotExist();
    assertThat(signIn("from-the-setting")).isInstanceOf(SignIn.Granted.class);
    assertThat(signIn(generated)).isInstanceOf(SignIn.Refused.class);
    jpa.store();
    assertThat(tokens.authenticate(access)).isEmpty();
  }

  @Test
  void an_unknown_user_is_refused_like_a_wrong_password() {
    start(Map.of());
    assertThat(administrators.signIn("nobody", "nobody", HERE)).isEqualTo(new SignIn.Refused());
    assertThat(signIn("wrong")).isEqualTo(new SignIn.Refused());
    assertThat(administrators.authenticate("admin", "wrong", HERE)).isEmpty();
  }

  @Test
  void guessing_is_stopped_and_the_right_password_must_wait_too() {
    start(Map.of("chasqui.admin.password", "from-the-setting"));
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("wrong" + i)).isInstanceOf(SignIn.Refused.class);
    }
    assertThat(signIn("from-the-setting")).isEqualTo(new SignIn.TooMany(Duration.ofSeconds(1)));
    assertThat(administrators.signIn("admin", "from-the-setting", "10.0.0.2"))
        .isInstanceOf(SignIn.Granted.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(signIn("from-the-setting")).isInstanceOf(SignIn.Granted.class);
  }

  @Test
  void a_password_that_was_right_is_not_hashed_again_for_five_minutes() {
    start(Map.of("chasqui.admin.password", "from-the-setting"));
    assertThat(signIn("from-the-setting")).isInstanceOf(SignIn.Granted.class);
    // Behind its back, so that a grant can only come from memory.
    users.setPassword("admin", PasswordHash.of("another"));
    assertThat(signIn("from-the-setting")).isInstanceOf(SignIn.Granted.class);
    clock.advance(Duration.ofMinutes(5));
    assertThat(signIn("from-the-setting")).isInstanceOf(SignIn.Refused.class);
  }

  @Test
  void a_bearer_token_opens_for_half_an_hour() {
    start(Map.of());
    IssuedTokens issued = tokens.issue("admin");
    assertThat(tokens.authenticate(issued.access())).contains("admin");
    assertThat(tokens.authenticate(issued.refresh())).isEmpty();
    assertThat(tokens.authenticate(issued.access() + "x")).isEmpty();
    clock.advance(issued.expiresIn());
    assertThat(issued.expiresIn()).isEqualTo(Duration.ofMinutes(30));
    assertThat(tokens.authenticate(issued.access())).isEmpty();
  }

  @Test
  void a_refresh_token_works_once_and_ends_the_old_access_token() {
    start(Map.of());
    IssuedTokens first = tokens.issue("admin");
    jpa.store();
    IssuedTokens second = tokens.refresh(first.refresh()).orElseThrow();
    jpa.store();
    assertThat(tokens.refresh(first.refresh())).isEmpty();
    assertThat(tokens.authenticate(first.access())).isEmpty();
    assertThat(tokens.authenticate(second.access())).contains("admin");
    assertThat(tokens.refresh(second.access())).isEmpty();
  }

  @Test
  void a_logout_ends_both_tokens_and_no_other_login() {
    start(Map.of());
    IssuedTokens mine = tokens.issue("admin");
    IssuedTokens other = tokens.issue("admin");
    jpa.store();
    tokens.revoke(mine.access());
    jpa.store();
    assertThat(tokens.authenticate(mine.access())).isEmpty();
    assertThat(tokens.refresh(mine.refresh())).isEmpty();
    assertThat(tokens.authenticate(other.access())).contains("admin");
  }

  private SignIn signIn(String password) {
    return administrators.signIn("admin", password, HERE);
  }

  private Administrators freshProcess() {
    Administrators fresh = new Administrators();
    fresh.users = users;
    fresh.clock = clock;
    fresh.prepare();
    return fresh;
  }

  private void start(Map<String, String> more) {
    Map<String, String> given = new HashMap<>(more);
    given.put("chasqui.home", home.toString());
    FirstAdministrator first = new FirstAdministrator();
    first.settings = GatewaySettings.of(name -> Optional.ofNullable(given.get(name)));
    first.users = users;
    first.administrators = administrators;
    first.ensure();
    jpa.store();
  }
}

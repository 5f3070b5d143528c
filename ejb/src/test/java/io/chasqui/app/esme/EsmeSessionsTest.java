package io.chasqui.app.esme;

import static org.assertj.core.api.Assertions.assertThat;

import io.chasqui.app.operations.DirectoryChanged;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.SmppAccountView;
import io.chasqui.app.outbox.EsmeConnection;
import io.chasqui.app.outbox.EsmesInMemory;
import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.esme.GsmCoding;
import io.chasqui.domain.esme.SystemId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EsmeSessionsTest {
  private final EsmesInMemory server = new EsmesInMemory();
  private final EsmeSessions sessions = new EsmeSessions();

  @BeforeEach
  void begin() {
    sessions.connection =
        new EsmeConnection() {
          @Override
          public EsmeServer server() {
            return server;
          }
        };
    server.bind(Acme.ID, 10);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void sessions_are_those_of_the_account() {
    assertThat(sessions.of(Acme.ID)).hasSize(1);
    server.unbind(Acme.ID);
    assertThat(sessions.of(Acme.ID)).isEmpty();
  }

  @Test
  void new_limits_are_in_force_for_those_who_are_bound() {
    change(Acme.snapshot(Acme.view()));
    assertThat(server.updated).containsExactly(Acme.view().limits());
    assertThat(server.disconnected).isEmpty();
  }

  @Test
  void an_account_switched_off_or_deleted_is_out_at_once() {
    change(Acme.snapshot(Acme.switchedOff()));
    server.bind(Acme.ID, 10);
    change(DirectorySnapshot.EMPTY);
    assertThat(server.disconnected)
        .hasSize(2)
        .containsOnly("acme: the account is switched off or deleted");
  }

  @Test
  void whoever_came_in_by_an_old_password_is_out_at_once() {
    change(Acme.snapshot(Acme.withPassword("other")));
    assertThat(server.disconnected).containsExactly("acme: the password was changed");
  }

  @Test
  void whoever_is_binding_by_an_old_password_is_out_as_well_though_not_bound_yet() {
    server.unbind(Acme.ID);
    change(Acme.snapshot(Acme.withPassword("other")));
    assertThat(server.disconnected).containsExactly("acme: the password was changed");
  }

  @Test
  void a_change_of_another_account_disturbs_nobody() {
    SystemId other = SystemId.of("other");
    DirectorySnapshot before = Acme.snapshot(Acme.view());
    Map<SystemId, SmppAccountView> both = new HashMap<>(before.smppAccounts());
    SmppAccountView like = Acme.withPassword("its own");
    both.put(
        other, new SmppAccountView(other, Acme.CLIENT, like.passwordHash(), like.terms(), true));
    change(before.withSmppAccounts(both));
    assertThat(server.disconnected).isEmpty();
  }

  @Test
  void a_session_from_an_address_no_longer_allowed_is_out_at_once() {
    SmppAccountView elsewhere = Acme.view("10.0.0.0/8", GsmCoding.GSM7, List.of());
    change(Acme.snapshot(elsewhere));
    assertThat(server.disconnected).hasSize(1).first().asString().contains("allowed_ips");
  }

  private void change(DirectorySnapshot now) {
    sessions.changed(new DirectoryChanged(Acme.snapshot(Acme.view()), now));
  }
}

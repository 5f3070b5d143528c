package io.chasqui.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chasqui.app.InContainer;
import io.chasqui.app.Samples;
import io.chasqui.app.accounts.Clients;
import io.chasqui.app.accounts.Numbers;
import io.chasqui.app.refusal.ConflictException;
import io.chasqui.app.refusal.InvalidFieldException;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.address.Msisdn;
import io.chasqui.domain.link.ConnectorId;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import org.junit.jupiter.api.Test;

/** What the use cases store in real transactions, and what is in force after them. */
class DirectoryIT extends InContainer {
  @Inject private Clients clients;
  @Inject private Numbers numbers;
  @Inject private Connectors connectors;
  @Inject private ConnectorSwitch connectorSwitch;
  @Inject private Directory directory;

  @Resource(lookup = "java:comp/UserTransaction")
  private UserTransaction transaction;

  @Test
  void a_number_belongs_to_its_client_when_the_use_case_returns() {
    String client = newClient();
    Msisdn number = numbers.create(Samples.number(), client).number();
    assertThat(directory.current().ownerOf(number)).contains(client);
    String other = newClient();
    numbers.assign(number, other);
    assertThat(directory.current().ownerOf(number)).contains(other);
    numbers.delete(number);
    assertThat(directory.current().ownerOf(number)).isEmpty();
  }

  @Test
  void a_connector_and_the_route_to_it_are_in_force_when_the_use_case_returns() {
    ConnectorId id = routeTo(Samples.stoppedConnector());
    assertThat(directory.current().routing().connectors()).containsExactly(id);
    assertThat(directory.current().connectors().get(id).enabled()).isFalse();
    connectorSwitch.start(id);
    assertThat(directory.current().connectors().get(id).enabled()).isTrue();
    connectorSwitch.stop(id);
    assertThat(directory.current().connectors().get(id).enabled()).isFalse();
  }

  @Test
  void what_is_rolled_back_is_neither_stored_nor_in_force() throws Exception {
    transaction.begin();
    String client = clients.create("Never to be").id();
    transaction.rollback();
    assertThatThrownBy(() -> clients.get(client)).isInstanceOf(NoSuchThingException.class);
    newClient(); // has the directory read again
    assertThat(directory.current().clients()).doesNotContainKey(client);
  }

  @Test
  void a_refusal_takes_back_what_its_transaction_stored_before() throws Exception {
    transaction.begin();
    String client = clients.create("Before the refusal").id();
    assertThatThrownBy(() -> numbers.create(Samples.number(), "no such client"))
        .isInstanceOf(InvalidFieldException.class);
    assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
    transaction.rollback();
    assertThatThrownBy(() -> clients.get(client)).isInstanceOf(NoSuchThingException.class);
  }

  @Test
  void a_connector_that_a_route_names_is_kept() {
    ConnectorId id = routeTo(Samples.stoppedConnector());
    assertThatThrownBy(() -> connectors.delete(id)).isInstanceOf(ConflictException.class);
    assertThat(connectors.get(id).id()).isEqualTo(id);
  }
}

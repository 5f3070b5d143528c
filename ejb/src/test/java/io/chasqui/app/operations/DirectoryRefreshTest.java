package io.chasqui.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chasqui.app.operations.ConnectorChanged.Change;
import io.chasqui.app.operations.DirectoryRefresh.State;
import io.chasqui.domain.link.ConnectorId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DirectoryRefreshTest {
  private static final ConnectorChanged CHANGE =
      new ConnectorChanged(ConnectorId.of("carrier"), Change.SAVED);

  private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
  private final AtomicInteger failuresLeft = new AtomicInteger();
  private final List<ConnectorChanged> told = new CopyOnWriteArrayList<>();
  private final DirectoryRefresh refresh =
      new DirectoryRefresh(this::load, told::add, executor, Duration.ofMillis(1));

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void a_change_is_in_force_and_told_when_the_first_attempt_has_ended() throws Exception {
    DirectorySnapshot before = refresh.current();
    refresh.after(SettingsSaved.of(CHANGE)).get();
    assertThat(refresh.current()).isNotSameAs(before);
    assertThat(told).containsExactly(CHANGE);
    assertThat(refresh.state()).isEqualTo(State.CURRENT);
  }

  @Test
  void a_failed_reload_is_tried_until_it_succeeds_and_only_then_told() {
    DirectorySnapshot before = refresh.current();
    failuresLeft.set(4);
    refresh.after(SettingsSaved.of(CHANGE));
    await().until(() -> !told.isEmpty());
    assertThat(failuresLeft).hasValue(0);
    assertThat(refresh.current()).isNotSameAs(before);
    assertThat(told).containsExactly(CHANGE);
    assertThat(refresh.state()).isEqualTo(State.CURRENT);
  }

  @Test
  void it_says_so_while_a_change_is_not_in_force() throws Exception {
    DirectorySnapshot before = refresh.current();
    failuresLeft.set(Integer.MAX_VALUE);
    Future<?> firstAttempt = refresh.after(SettingsSaved.OTHER);
    firstAttempt.get();
    assertThat(refresh.state()).isEqualTo(State.BEHIND);
    assertThat(refresh.current()).isSameAs(before);
  }

  @Test
  void a_listener_that_fails_keeps_the_change_in_force() throws Exception {
    DirectoryRefresh deaf =
        new DirectoryRefresh(
            this::load,
            change -> {
              throw new IllegalStateException("deaf");
            },
            executor,
            Duration.ofMillis(1));
    deaf.after(SettingsSaved.of(CHANGE)).get();
    assertThat(deaf.state()).isEqualTo(State.CURRENT);
  }

  private DirectorySnapshot load() {
    if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("the database is away");
    }
    DirectorySnapshot empty = DirectorySnapshot.EMPTY;
    return new DirectorySnapshot(
        empty.clients(),
        empty.numbers(),
        empty.services(),
        empty.routing(),
        empty.connectors(),
        empty.unusable(),
        empty.webhooks(),
        empty.keys());
  }
}

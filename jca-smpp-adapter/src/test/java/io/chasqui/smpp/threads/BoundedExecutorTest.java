package io.chasqui.smpp.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {
  private final List<Runnable> started = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  @Test
  void so_many_run_at_once_and_the_others_follow_in_their_order() {
    BoundedExecutor two = new BoundedExecutor(started::add, 2);
    List.of("a", "b", "c", "d").forEach(name -> two.execute(() -> done.add(name)));
    assertThat(started).hasSize(2);
    started.remove(0).run();
    assertThat(done).containsExactly("a", "b", "c", "d");
  }

  @Test
  void a_free_thread_is_used_again() {
    BoundedExecutor one = new BoundedExecutor(Runnable::run, 1);
    one.execute(() -> done.add("a"));
    one.execute(() -> done.add("b"));
    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void a_task_that_throws_gives_its_thread_back() {
    BoundedExecutor one = new BoundedExecutor(Runnable::run, 1);
    assertThatThrownBy(
            () ->
                one.execute(
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .isInstanceOf(IllegalStateException.class);
    one.execute(() -> done.add("a"));
    assertThat(done).containsExactly("a");
  }

  @Test
  void a_refusal_is_passed_on_and_leaves_nothing_behind() {
    BoundedExecutor one =
        new BoundedExecutor(
            task -> {
              throw new RejectedExecutionException("stopping");
            },
            1);
    assertThatThrownBy(() -> one.execute(() -> done.add("a")))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> one.execute(() -> done.add("b")))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(done).isEmpty();
  }
}

package io.chasqui.smpp.esme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Agenda agenda = new Agenda(now::get);
  private final List<String> done = new ArrayList<>();

  @Test
  void what_is_due_is_done_in_its_order_and_the_rest_later_even_when_the_clock_wraps() {
    agenda.in(Duration.ofSeconds(2), () -> done.add("second"));
    agenda.in(Duration.ofSeconds(1), () -> done.add("first"));
    agenda.in(Duration.ofSeconds(9), () -> done.add("last"));
    agenda.tick();
    assertThat(done).isEmpty();
    now.addAndGet(Duration.ofSeconds(3).toNanos());
    agenda.tick();
    assertThat(done).containsExactly("first", "second");
    agenda.tick();
    assertThat(done).hasSize(2);
  }
}

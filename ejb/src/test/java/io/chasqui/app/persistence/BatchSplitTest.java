package io.chasqui.app.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchSplitTest {
  private final List<Integer> written = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  @Test
  void a_batch_without_fault_is_written_whole() {
    assertThat(BatchSplit.write(List.of(1, 2, 3), piece -> write(piece, Set.of()))).isEmpty();
    assertThat(sizes).containsExactly(3);
  }

  @Test
  void all_but_the_refused_entries_are_written_in_their_order() {
    List<Integer> batch = IntStream.rangeClosed(1, 100).boxed().toList();
    Set<Integer> bad = Set.of(1, 50, 51, 100);
    assertThat(BatchSplit.write(batch, piece -> write(piece, bad)))
        .extracting(BatchSplit.Refused::entry)
        .containsExactly(1, 50, 51, 100);
    assertThat(written).hasSize(96).isSorted().doesNotContainAnyElementsOf(bad);
  }

  @Test
  void a_failure_of_the_databases_own_ends_it() {
    assertThatThrownBy(
            () ->
                BatchSplit.write(
                    List.of(1, 2),
                    piece -> {
                      throw new EJBException("gone");
                    }))
        .hasMessage("gone");
  }

  private void write(List<Integer> piece, Set<Integer> bad) {
    sizes.add(piece.size());
    if (piece.stream().anyMatch(bad::contains)) {
      throw RefusedDataException.of(new SQLException("too long", "22001", 1406), "");
    }
    written.addAll(piece);
  }
}

package io.chasqui.app.receipts;

import io.chasqui.domain.link.ConnectorId;
import java.util.List;

/** Something a receipt told about its carrier. */
public sealed interface Sighting {
  ConnectorId connector();

  /**
   * It described a state.
   *
   * @param error empty when it gave none
   */
  record Word(ConnectorId connector, String word, String error) implements Sighting {}

  /**
   * It found its message by the id.
   *
   * @param answered the id as the submit answer had it
   * @param received as the receipt has it
   */
  record Match(ConnectorId connector, String answered, String received) implements Sighting {}

  /** Its id fitted several messages; the numbers decided. */
  record Doubt(ConnectorId connector, String received, List<String> answered) implements Sighting {}
}

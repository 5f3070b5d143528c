package io.chasqui.domain.esme;

import io.chasqui.domain.address.Address;
import java.util.Optional;

/**
 * What an ESME asks about, or wants done to, messages of its own. The adapter hands the words on as
 * they came; an id that is none of ours is the application's to refuse.
 */
public sealed interface EsmeQuery {
  SystemId account();

  /** query_sm (SMPP 3.4, 4.8): id and source must both be the message's. */
  record State(SystemId account, String messageId, Address source) implements EsmeQuery {}

  /**
   * cancel_sm (SMPP 3.4, 4.9).
   *
   * @param messageId empty = all waiting messages from {@code source} to {@code destination} with
   *     that service type
   */
  record Cancel(
      SystemId account,
      Optional<String> messageId,
      String serviceType,
      Address source,
      Address destination)
      implements EsmeQuery {}

  /** replace_sm (SMPP 3.4, 4.10): {@code replacement} has the message's own source. */
  record Replace(SystemId account, String messageId, EsmeReplacement replacement)
      implements EsmeQuery {}
}

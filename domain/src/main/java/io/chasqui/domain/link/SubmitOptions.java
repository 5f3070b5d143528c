package io.chasqui.domain.link;

import java.util.Objects;

/**
 * What a sender may ask of a carrier beside the message itself.
 *
 * @param serviceType 0-5 characters (SMPP 3.4, 5.2.11); empty = the connector's own
 * @param priority 0-3 (SMPP 3.4, 5.2.14); 0 = the connector's own
 * @param protocolId an octet (SMPP 3.4, 5.2.13); 0 = the connector's own
 * @param intermediate asks for intermediate notifications (SMPP 3.4, 5.2.17), where the connector
 *     lets them be asked for
 */
public record SubmitOptions(
    String serviceType, int priority, int protocolId, boolean intermediate) {
  public SubmitOptions {
    Objects.requireNonNull(serviceType);
    if (serviceType.length() > 5
        || priority < 0
        || priority > 3
        || protocolId < 0
        || protocolId > 255) {
      throw new IllegalArgumentException(
          "service_type '%s', priority_flag %d, protocol_id %d"
              .formatted(serviceType, priority, protocolId));
    }
  }

  /** Without intermediate notifications. */
  public SubmitOptions(String serviceType, int priority, int protocolId) {
    this(serviceType, priority, protocolId, false);
  }

  public SubmitOptions asking(boolean forIntermediate) {
    return new SubmitOptions(serviceType, priority, protocolId, forIntermediate);
  }
}

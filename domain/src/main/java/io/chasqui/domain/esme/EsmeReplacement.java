package io.chasqui.domain.esme;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.UserData;
import java.time.Instant;
import java.util.Optional;

/**
 * What replace_sm puts in the place of a waiting message's content (SMPP 3.4, 4.10.1).
 *
 * @param notBefore empty = as before; likewise {@code validUntil}
 */
public record EsmeReplacement(
    Address source,
    Optional<Instant> notBefore,
    Optional<Instant> validUntil,
    RegisteredDelivery registeredDelivery,
    UserData content) {}

package io.chasqui.domain.esme;

import io.chasqui.domain.link.BindType;
import java.net.InetAddress;
import java.time.Instant;

/**
 * A bound ESME's session as operators see it.
 *
 * @param id unique while the gateway runs
 * @param peer as in {@link EsmeBind#peer}
 * @param submitted submits since the bind; {@code delivered} deliveries taken by the ESME
 * @param throttled submits refused for the rate or the window
 */
public record EsmeSession(
    long id,
    SystemId account,
    BindType type,
    int interfaceVersion,
    InetAddress peer,
    boolean tls,
    Instant boundAt,
    long submitted,
    long delivered,
    long throttled) {}

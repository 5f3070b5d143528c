package io.chasqui.modem.pool;

import io.chasqui.domain.link.LinkListener;
import io.chasqui.modem.device.ModemFactory;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What a pool works with.
 *
 * @param threads each task may have its thread for as long as it wants; refuses with
 *     RejectedExecutionException when shutting down
 * @param factory opens modems of every wire
 */
public record PoolSurroundings(
    Clock clock, Executor threads, LinkListener listener, ModemFactory factory, UsageBook usage) {}

package io.chasqui.modem.ra;

import io.chasqui.domain.link.LinkListener;
import io.chasqui.modem.device.ModemFactory;
import io.chasqui.modem.pool.KeptUsage;
import io.chasqui.modem.pool.ModemPools;
import io.chasqui.modem.pool.PoolSurroundings;
import java.time.Clock;
import java.util.concurrent.Executor;

/** What runs while the adapter does. */
record ModemLinks(ModemPools pools, KeptUsage usage) {
  static ModemLinks of(ModemFactory factory, Executor threads, LinkListener listener) {
    KeptUsage usage = new KeptUsage();
    return new ModemLinks(
        new ModemPools(new PoolSurroundings(Clock.systemUTC(), threads, listener, factory, usage)),
        usage);
  }
}

package io.chasqui.modem.ra;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnectionFactory;
import io.chasqui.domain.link.LinkContract;
import io.chasqui.domain.link.LinkEvent;
import io.chasqui.domain.link.LinkListener;
import io.chasqui.domain.link.LinkSettings;
import io.chasqui.domain.link.LinkWorld;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.ModemSettings;
import io.chasqui.domain.link.PoolSettings;
import io.chasqui.domain.link.SerialWire;
import io.chasqui.domain.link.SimSettings;
import io.chasqui.domain.message.MessageId;
import io.chasqui.modem.device.Air;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * A window is as many modems, each sending one message at a time. Messages of several modems have
 * no order; they get one here by starting one after another.
 */
class ModemLinkContractTest extends LinkContract {
  @Override
  protected LinkWorld world() {
    try {
      return new ModemWorld();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class ModemWorld implements LinkWorld {
    private static final PoolSettings UNSTICKY =
        new PoolSettings(5, Duration.ofMinutes(5), 8, Duration.ZERO, ZoneOffset.UTC);

    private final Air air = new Air();
    private final TestContainer container = new TestContainer(air, this::inOrder);
    private final ExecutorService wire = Executors.newSingleThreadExecutor();

    ModemWorld() throws Exception {}

    /** The next task starts when this one's message is on the air, or it has none. */
    private void inOrder(Executor threads, Runnable task) {
      int before = air.transmissions().size();
      CompletableFuture<Void> ended = CompletableFuture.runAsync(task, threads);
      air.awaitMoreThan(before, ended);
    }

    @Override
    public LinkConnectionFactory links() {
      try {
        return container.factory().createConnectionFactory();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public LinkSettings settings(ConnectorId id, int window) {
      List<ModemSettings> modems =
          IntStream.range(0, window)
              .mapToObj(
                  each ->
                      new ModemSettings(
                          "m" + each, SerialWire.at("/dev/m" + each), SimSettings.paced(6000)))
              .toList();
      return new ModemLinkSettings(id, UNSTICKY, modems);
    }

    @Override
    public void listen(LinkListener listener) {
      container.listen(listener);
    }

    @Override
    public void peerAnswers() {
      air.release();
    }

    @Override
    public void peerHolds() {
      air.hold();
    }

    @Override
    public void peerGoes() {
      air.vanish();
    }

    @Override
    public List<String> received() {
      return air.texts();
    }

    @Override
    public CompletableFuture<Boolean> deliver(ConnectorId id, String text) {
      LinkEvent.Incoming event =
          new LinkEvent.Incoming(
              id,
              Clock.systemUTC().instant(),
              MessageId.next(Clock.systemUTC()),
              Address.infer("+5511999990001"),
              Address.infer("+5511999990000"),
              DataCodingScheme.DEFAULT,
              text.getBytes(StandardCharsets.ISO_8859_1),
              false);
      return CompletableFuture.supplyAsync(() -> isTaken(event), wire);
    }

    private boolean isTaken(LinkEvent event) {
      try {
        air.modem("m0").bring(event);
        return true;
      } catch (RuntimeException e) {
        return false;
      }
    }

    @Override
    public void close() {
      air.release();
      container.close();
      wire.shutdownNow();
    }
  }
}

package io.chasqui.benchmark;

import io.chasqui.domain.address.Address;
import io.chasqui.domain.encoding.DataCodingScheme;
import io.chasqui.domain.encoding.UserData;
import io.chasqui.domain.esme.BindVerdict;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeBind;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.EsmeListener;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.domain.esme.EsmeQuery;
import io.chasqui.domain.esme.EsmeReply;
import io.chasqui.domain.esme.EsmeSession;
import io.chasqui.domain.esme.EsmeSubmit;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.smpp.esme.EsmeHost;
import io.chasqui.smpp.esme.EsmeSurroundings;
import io.chasqui.smpp.wire.CommandStatus;
import io.chasqui.smpp.wire.Wire;
import io.chasqui.smpp.wire.WireLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The adapter's SMPP server in a process of its own, before an application that accepts at once and
 * has a message for each account every second. A line on its standard input asks for its {@link
 * Effort} or its {@link Footprint}.
 */
@Command(name = "esme-server", hidden = true, description = "The server of the ESME benchmark.")
final class EsmeServerStandIn implements Callable<Integer>, EsmeListener {
  private static final int LOOPS = 2;
  private static final int BINDS = 2;
  private static final byte[] TEXT = "Where is it?".getBytes(StandardCharsets.US_ASCII);

  @Option(names = "--window", defaultValue = "10")
  private int window;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Wire wire = new Wire(LOOPS, threads, System::nanoTime, WireLimits.STANDARD);
  private final EsmeHost host =
      new EsmeHost(wire, new EsmeSurroundings(Clock.systemUTC(), System::nanoTime, threads, this));
  private long deliveries;

  /** Serves until its standard input ends, which is when the benchmark does. */
  @Override
  public Integer call() throws IOException {
    System.out.println(host.listen(EsmeListenerSettings.at("127.0.0.1", 0)));
    timer.scheduleAtFixedRate(host::tick, 0, 100, TimeUnit.MILLISECONDS);
    timer.scheduleAtFixedRate(this::deliver, 1, 1, TimeUnit.SECONDS);
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String what = asked.readLine(); what != null; what = asked.readLine()) {
      System.out.println(what.equals("effort") ? Effort.own().line() : Footprint.own().line());
    }
    timer.shutdownNow();
    wire.stop(Duration.ofSeconds(1));
    threads.shutdownNow();
    return 0;
  }

  private void deliver() {
    host.sessions().stream()
        .map(EsmeSession::account)
        .distinct()
        .forEach(account -> host.deliver(account, List.of(delivery()), outcome -> {}));
  }

  private EsmeDelivery delivery() {
    return new EsmeDelivery(
        ++deliveries,
        Address.infer("+5511999990000"),
        Address.infer("12345"),
        DataCodingScheme.DEFAULT,
        new UserData(TEXT, false),
        Optional.empty());
  }

  @Override
  public BindVerdict onBind(EsmeBind bind) {
    return bind.password().equals(EsmePdus.PASSWORD)
        ? new BindVerdict.Granted(account(bind.systemId()))
        : new BindVerdict.Refused(CommandStatus.INVALID_PASSWORD, "wrong password");
  }

  private EsmeAccount account(String systemId) {
    return new EsmeAccount(
        SystemId.of(systemId), BINDS, window, 0, EsmeAccount.ReceiptPdu.DELIVER_SM);
  }

  @Override
  public List<EsmeReply> onSubmits(List<EsmeSubmit> batch) {
    return batch.stream().<EsmeReply>map(submit -> new EsmeReply.Done()).toList();
  }

  @Override
  public EsmeReply onQuery(EsmeQuery query) {
    return new EsmeReply.Refused(CommandStatus.SYSTEM_ERROR, "it keeps nothing");
  }

  @Override
  public void onPresence(SystemId account, boolean receiving) {
    // Deliveries go to whoever is bound.
  }
}

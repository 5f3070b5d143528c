package io.chasqui.smpp.ra;

import io.chasqui.domain.esme.DeliveryOutcome;
import io.chasqui.domain.esme.EsmeAccount;
import io.chasqui.domain.esme.EsmeDelivery;
import io.chasqui.domain.esme.EsmeListenerSettings;
import io.chasqui.domain.esme.EsmeServer;
import io.chasqui.domain.esme.EsmeServerFigures;
import io.chasqui.domain.esme.EsmeSession;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import io.chasqui.smpp.esme.EsmeHost;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** The application's handle on the SMPP server; invalid once closed or cleaned up. */
public class EsmeConnection extends PooledHandle<EsmeHost> implements EsmeServer {
  EsmeConnection(SmppManagedConnection<EsmeHost> managed) {
    super(managed);
  }

  @Override
  public int listen(EsmeListenerSettings settings) throws IOException {
    return service().listen(settings);
  }

  @Override
  public void stop(Duration grace) {
    service().stop(grace);
  }

  @Override
  public int awaitCapacity(SystemId account, Duration patience) throws InterruptedException {
    return service().awaitCapacity(account, patience);
  }

  @Override
  public void deliver(SystemId account, List<EsmeDelivery> batch, Consumer<DeliveryOutcome> sink) {
    service().deliver(account, batch, sink);
  }

  @Override
  public List<EsmeSession> sessions() {
    return service().sessions();
  }

  @Override
  public void update(EsmeAccount account) {
    service().update(account);
  }

  @Override
  public void trace(SystemId account, TraceMode mode) {
    service().trace(account, mode);
  }

  @Override
  public TraceMode traceMode(SystemId account) {
    return service().traceMode(account);
  }

  @Override
  public EsmeServerFigures figures() {
    return service().figures();
  }

  @Override
  public List<TracedPdu> recent(SystemId account) {
    return service().recent(account);
  }

  @Override
  public int disconnect(SystemId account, String reason) {
    return service().disconnect(account, reason);
  }

  @Override
  public boolean disconnect(long session, String reason) {
    return service().disconnect(session, reason);
  }
}

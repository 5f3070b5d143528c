package io.chasqui.app.esme;

import io.chasqui.app.outbox.EsmeConnection;
import io.chasqui.domain.esme.SystemId;
import io.chasqui.domain.link.TraceMode;
import io.chasqui.domain.link.TracedPdu;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What an account's ESMEs and the gateway have said to each other, kept while it is switched on.
 */
@ApplicationScoped
public class EsmeTraces {
  @Inject private EsmeConnection connection;

  /** Switches the keeping of the account's PDUs, until the gateway stops. */
  public void change(SystemId account, TraceMode mode) {
    connection.server().trace(account, mode);
  }

  public TraceMode mode(SystemId account) {
    return connection.server().traceMode(account);
  }

  /** The account's last PDUs while its trace is on, at most 500, oldest first. */
  public List<TracedPdu> recent(SystemId account) {
    return connection.server().recent(account);
  }
}

package io.chasqui.domain.modem;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A handle on links that are pools of modems. What names a link that is not open, or a modem it
 * does not have, throws {@link UnknownModemException}.
 */
public interface ModemLinkConnection extends LinkConnection {

  /**
   * Keeps what SIMs have sent in this directory, over restarts. Before it is called, or without it,
   * days and months begin anew with the gateway.
   */
  void keepCountsIn(Path directory);

  /** The modems in the order of the settings; empty when the link is not open. */
  List<ModemReport> modems(ConnectorId id);

  /** Sets what a modem may do, until the link is opened with other settings. */
  void assign(ConnectorId id, String modem, ModemDuty duty);

  /**
   * Asks the modem's network, e.g. {@code *100#} for the balance.
   *
   * @return the network's answer
   * @throws ModemRefusedException when there was none, or this kind of modem cannot ask
   */
  String ussd(ConnectorId id, String modem, String request, Duration patience)
      throws InterruptedException;

  /**
   * Restarts the modem's device.
   *
   * @throws ModemRefusedException when it cannot be told
   */
  void reset(ConnectorId id, String modem) throws InterruptedException;
}

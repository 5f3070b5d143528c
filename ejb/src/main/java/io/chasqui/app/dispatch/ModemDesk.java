package io.chasqui.app.dispatch;

import io.chasqui.app.refusal.ConflictException;
import io.chasqui.app.refusal.NoSuchThingException;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.modem.ModemDuty;
import io.chasqui.domain.modem.ModemLinkConnection;
import io.chasqui.domain.modem.ModemRefusedException;
import io.chasqui.domain.modem.ModemReport;
import io.chasqui.domain.modem.UnknownModemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** What operators see of single modems, and do with them. */
@ApplicationScoped
public class ModemDesk {
  private static final Duration USSD_PATIENCE = Duration.ofSeconds(60);

  @Inject private Links links;

  /** Empty when the connector's link is not open. */
  public List<ModemReport> modems(ConnectorId id) {
    return links.modems().map(modems -> modems.modems(id)).orElse(List.of());
  }

  /**
   * Until the connector is started again.
   *
   * @throws NoSuchThingException when no open link has such a modem; so do the next two
   */
  public ModemReport assign(ConnectorId id, String modem, ModemDuty duty) {
    perform(modem, modems -> modems.assign(id, modem, duty));
    return report(id, modem);
  }

  /**
   * @throws ConflictException when the network or the modem refuses, with its words
   */
  public String ussd(ConnectorId id, String modem, String request) {
    StringBuilder answer = new StringBuilder();
    perform(modem, modems -> answer.append(modems.ussd(id, modem, request, USSD_PATIENCE)));
    return answer.toString();
  }

  /**
   * @throws ConflictException when the modem cannot be told
   */
  public ModemReport reset(ConnectorId id, String modem) {
    perform(modem, modems -> modems.reset(id, modem));
    return report(id, modem);
  }

  private ModemReport report(ConnectorId id, String modem) {
    return modems(id).stream()
        .filter(each -> each.name().equals(modem))
        .findFirst()
        .orElseThrow(() -> new NoSuchThingException("running modem", modem));
  }

  private interface Act {
    void on(ModemLinkConnection modems) throws InterruptedException;
  }

  private void perform(String modem, Act act) {
    ModemLinkConnection modems =
        links.modems().orElseThrow(() -> new NoSuchThingException("running modem", modem));
    try {
      act.on(modems);
    } catch (UnknownModemException e) {
      throw new NoSuchThingException("running modem", modem);
    } catch (ModemRefusedException e) {
      throw new ConflictException(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConflictException("the gateway stops");
    }
  }
}

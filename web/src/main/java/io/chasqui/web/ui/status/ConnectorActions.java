package io.chasqui.web.ui.status;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.web.ui.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** The buttons of a connector. */
@Named
@RequestScoped
public class ConnectorActions {
  private static final System.Logger LOG = System.getLogger("io.chasqui.ui");

  @Inject private ConnectorDesk desk;
  @Inject private Texts texts;

  public void start(String id) {
    run(id, desk::start, "connectors.started");
  }

  public void stop(String id) {
    run(id, desk::stop, "connectors.stopped");
  }

  public void restart(String id) {
    run(id, desk::restart, "connectors.restarted");
  }

  private void run(String id, Consumer<ConnectorId> action, String done) {
    try {
      action.accept(ConnectorId.of(id));
      tell(FacesMessage.SEVERITY_INFO, texts.of(done, id));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, id + ": the operator's command failed; nothing was changed", e);
      tell(FacesMessage.SEVERITY_ERROR, texts.of("connectors.failed", id));
    }
  }

  private static void tell(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }
}

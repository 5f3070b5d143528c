package io.chasqui.web.ui.status;

import io.chasqui.app.dispatch.Links;
import io.chasqui.app.operations.ConnectorSwitch;
import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.Directory;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.operations.UnusableConnector;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.ModemLinkSettings;
import io.chasqui.domain.link.SmppLinkSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The connectors as an operator sees and handles them. */
@ApplicationScoped
public class ConnectorDesk {
  @Inject private Directory directory;
  @Inject private Links links;
  @Inject private ConnectorSwitch connectors;

  /** All connectors by name. */
  public List<Connection> all() {
    DirectorySnapshot known = directory.current();
    return Stream.concat(
            known.connectors().values().stream().map(this::connection),
            known.unusable().values().stream().map(ConnectorDesk::connection))
        .sorted(Comparator.comparing(connection -> connection.id().value()))
        .toList();
  }

  public void start(ConnectorId id) {
    connectors.start(id);
  }

  public void stop(ConnectorId id) {
    connectors.stop(id);
  }

  public void restart(ConnectorId id) {
    connectors.restart(id);
  }

  private Connection connection(ConnectorView view) {
    return new Connection(
        view.id(), view.kind(), address(view), view.enabled(), links.status(view.id()));
  }

  private static Connection connection(UnusableConnector broken) {
    return new Connection(broken.id(), broken.kind(), "", broken.enabled(), broken.status());
  }

  private static String address(ConnectorView view) {
    if (view.settings() instanceof SmppLinkSettings smpp) {
      return smpp.host() + ":" + smpp.port();
    }
    return view.settings() instanceof ModemLinkSettings pool
        ? pool.modems().stream()
            .map(modem -> modem.wire().device())
            .collect(Collectors.joining(", "))
        : "";
  }
}

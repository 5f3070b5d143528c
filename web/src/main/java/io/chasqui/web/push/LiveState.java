package io.chasqui.web.push;

import io.chasqui.app.dispatch.Links;
import io.chasqui.app.operations.Activity;
import io.chasqui.app.operations.Directory;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.link.LinkStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What open pages show, in a form cheap enough to compare twice a second. */
@ApplicationScoped
public class LiveState {
  @Inject private Activity activity;
  @Inject private Directory directory;
  @Inject private Links links;

  /**
   * Two equal versions look the same on a page.
   *
   * @param activity the version of the messages
   * @param links every connector's status
   */
  public record Version(long activity, Map<ConnectorId, LinkStatus> links) {
    static final Version NONE = new Version(-1, Map.of());
  }

  public Version version() {
    return new Version(
        activity.version(),
        directory.current().connectors().keySet().stream()
            .collect(Collectors.toMap(Function.identity(), links::status)));
  }
}

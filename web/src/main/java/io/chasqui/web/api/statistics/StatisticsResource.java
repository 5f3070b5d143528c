package io.chasqui.web.api.statistics;

import io.chasqui.app.traffic.Grouping;
import io.chasqui.app.traffic.TrafficLine;
import io.chasqui.app.traffic.TrafficStatistics;
import io.chasqui.domain.account.Scope;
import io.chasqui.web.api.JsonOutput;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.security.Caller;
import io.chasqui.web.security.ClientScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many messages there were, by full hours. */
@Path("/statistics")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
public class StatisticsResource {
  private static final Duration A_DAY = Duration.ofDays(1);

  @Inject private TrafficStatistics statistics;
  @Inject private Clock clock;

  @GET
  @ClientScope(Scope.READ)
  @Operation(
      summary = "Counts messages and their parts",
      description =
          "Those accepted or received from since to until, full hours in UTC, by default the last"
              + " day's. by: a list of hour, day, client, connector, service, direction, status;"
              + " by default status.")
  public JsonObject count(
      @Context ContainerRequestContext request,
      @QueryParam("since") String since,
      @QueryParam("until") String until,
      @QueryParam("by") String by) {
    Instant end = until == null ? clock.instant() : instant("until", until);
    Instant begin = since == null ? end.minus(A_DAY) : instant("since", since);
    List<Grouping> groupings = groupings(by == null ? Grouping.STATUS.apiName() : by);
    List<TrafficLine> lines = statistics.read(Caller.of(request).clientId(), begin, end, groupings);
    return Paging.page(lines, Optional.empty(), line -> json(line, groupings));
  }

  private static List<Grouping> groupings(String by) {
    return Arrays.stream(by.split(","))
        .distinct()
        .map(
            name ->
                Grouping.ofApiName(name)
                    .orElseThrow(() -> Paging.wrong("by", "'" + name + "' is not a grouping")))
        .toList();
  }

  private static Instant instant(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Paging.wrong(
          name, "'%s' is not an instant such as 2026-11-22T13:00:00Z".formatted(text));
    }
  }

  private static JsonObject json(TrafficLine line, List<Grouping> groupings) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (int at = 0; at < groupings.size(); at++) {
      JsonOutput.put(json, groupings.get(at).apiName(), line.values().get(at));
    }
    return json.add("messages", line.messages()).add("segments", line.segments()).build();
  }
}

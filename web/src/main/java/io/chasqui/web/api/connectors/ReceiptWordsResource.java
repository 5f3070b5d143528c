package io.chasqui.web.api.connectors;

import io.chasqui.app.operations.Connectors;
import io.chasqui.app.options.Words;
import io.chasqui.app.receipts.CarrierReadings;
import io.chasqui.app.receipts.ReceiptLore;
import io.chasqui.app.receipts.WordCount;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.receipt.StateTable;
import io.chasqui.web.api.input.Paging;
import io.chasqui.web.security.AdministratorOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a carrier's receipts describe states, and what is made of it. */
@Path("/connectors/{id}/receipt-words")
@ApplicationScoped
@AdministratorOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
public class ReceiptWordsResource {
  @Inject private Connectors connectors;
  @Inject private ReceiptLore lore;
  @Inject private CarrierReadings readings;

  /** All of them, the most frequent first. */
  @GET
  public JsonObject list(@PathParam("id") String id) {
    ConnectorId connector = connectors.get(ConnectorPath.id(id)).id();
    StateTable states = readings.of(connector).setting().states();
    List<WordCount> words =
        lore.words(connector).stream()
            .sorted(Comparator.comparingLong(WordCount::receipts).reversed())
            .toList();
    return Paging.page(words, Optional.empty(), said -> json(said, states));
  }

  private static JsonObject json(WordCount said, StateTable states) {
    return Json.createObjectBuilder()
        .add("word", said.word())
        .add("error", said.error())
        .add("count", said.receipts())
        .add("last_at", said.last().toString())
        .add("state", Words.of(states.state(said.word(), said.error())))
        .build();
  }
}

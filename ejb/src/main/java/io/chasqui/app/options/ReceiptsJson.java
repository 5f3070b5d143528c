package io.chasqui.app.options;

import io.chasqui.domain.receipt.IdDialect;
import io.chasqui.domain.receipt.ReceiptReading;
import io.chasqui.domain.receipt.ReceiptState;
import io.chasqui.domain.receipt.StateRule;
import io.chasqui.domain.receipt.StateTable;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** {@code message_id_dialect} and {@code receipt_states}: how a carrier's receipts are read. */
final class ReceiptsJson {
  /** The dialect is learnt. */
  private static final String AUTO = "auto";

  private static final int LONGEST_WORD = 30;
  private static final int MOST_RULES = 200;

  private ReceiptsJson() {}

  static ReceiptReading read(Members options) {
    Optional<IdDialect> dialect =
        options
            .read("message_id_dialect", Words.LONGEST, ReceiptsJson::dialect)
            .flatMap(known -> known);
    List<StateRule> rules =
        options
            .objects("receipt_states", MOST_RULES)
            .map(list -> list.stream().map(ReceiptsJson::rule).flatMap(Optional::stream).toList())
            .orElse(List.of());
    return new ReceiptReading(dialect, new StateTable(rules));
  }

  private static Optional<IdDialect> dialect(String text) {
    if (text.equals(AUTO)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Words.read(IdDialect.class, text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(e.getMessage() + ", " + AUTO, e);
    }
  }

  private static Optional<StateRule> rule(Members rule) {
    Optional<String> word = rule.optionalText("word", LONGEST_WORD);
    Optional<String> error = rule.optionalText("error", LONGEST_WORD);
    return Required.read(rule, "state", Words.LONGEST, text -> Words.read(ReceiptState.class, text))
        .flatMap(state -> rule.build("word", () -> new StateRule(word, error, state)));
  }

  static void write(JsonObjectBuilder json, ReceiptReading reading) {
    json.add("message_id_dialect", reading.dialect().map(Words::of).orElse(AUTO))
        .add("receipt_states", Lists.json(reading.states().rules(), ReceiptsJson::write));
  }

  private static JsonObject write(StateRule rule) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    rule.word().ifPresent(word -> json.add("word", word));
    rule.error().ifPresent(error -> json.add("error", error));
    return json.add("state", Words.of(rule.state())).build();
  }
}

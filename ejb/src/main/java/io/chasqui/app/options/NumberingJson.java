package io.chasqui.app.options;

import io.chasqui.domain.link.Numbering;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/** {@code x_ton} and {@code x_npi}: both or none. */
final class NumberingJson {
  private NumberingJson() {}

  static Optional<Numbering> read(Members members, String of) {
    String ton = of + "_ton";
    String npi = of + "_npi";
    int type = members.number(ton, 0, 0, 255);
    int plan = members.number(npi, 0, 0, 255);
    if (members.has(ton) != members.has(npi)) {
      members.wrong(
          members.has(ton) ? npi : ton, "is missing: %s and %s go together".formatted(ton, npi));
    }
    return members.has(ton) ? Optional.of(new Numbering(type, plan)) : Optional.empty();
  }

  static void write(JsonObjectBuilder json, String of, Numbering numbering) {
    json.add(of + "_ton", numbering.ton()).add(of + "_npi", numbering.npi());
  }
}

package io.chasqui.web.api.messages;

import io.chasqui.app.operations.ConnectorView;
import io.chasqui.app.operations.DirectorySnapshot;
import io.chasqui.app.options.Words;
import io.chasqui.domain.encoding.NationalLanguage;
import io.chasqui.domain.encoding.TextPreview;
import io.chasqui.domain.encoding.TextPreview.Offender;
import io.chasqui.domain.encoding.TextPreview.Replacement;
import io.chasqui.domain.encoding.Writing;
import io.chasqui.domain.link.ConnectorId;
import io.chasqui.web.api.JsonOutput;
import io.chasqui.web.api.input.Fields;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** What a text would be sent as, in JSON. */
final class PreviewForm {
  private static final int LONGEST_ID = 64;

  private PreviewForm() {}

  /** The answer to a request, for the connector it names, else as at acceptance. */
  static JsonObject answer(Fields fields, DirectorySnapshot directory) {
    String text = fields.text("text", SubmissionForm.LONGEST_TEXT);
    Writing writing =
        fields
            .read("connector", LONGEST_ID, name -> writing(name, directory))
            .orElse(Writing.STANDARD);
    fields.check();
    return write(TextPreview.of(text, writing), TextPreview.replaced(text, writing));
  }

  private static Writing writing(String name, DirectorySnapshot directory) {
    ConnectorView connector = directory.connectors().get(ConnectorId.of(name));
    if (connector == null) {
      throw new IllegalArgumentException("there is no connector '%s'".formatted(name));
    }
    return connector.toLinkSettings().writing();
  }

  private static JsonObject write(TextPreview preview, Optional<Replacement> replaced) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("text", preview.text())
            .add("encoding", preview.alphabet().apiName())
            .add("segments", preview.segments())
            .add("characters", preview.units())
            .add("characters_per_segment", preview.unitsPerSegment())
            .add("characters_left", preview.unitsLeft());
    JsonOutput.put(json, "national_language", language(preview));
    json.add("offenders", offenders(preview.offenders()));
    replaced.ifPresentOrElse(
        each -> json.add("replaced", write(each)), () -> json.addNull("replaced"));
    JsonOutput.put(json, "refusal", preview.refusal());
    return json.build();
  }

  private static Optional<String> language(TextPreview preview) {
    Optional<NationalLanguage> locking = preview.nationalShift().locking();
    return locking.or(preview.nationalShift()::single).map(Words::of);
  }

  private static JsonArrayBuilder offenders(List<Offender> offenders) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    for (Offender offender : offenders) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("position", offender.position())
              .add("character", offender.character());
      JsonOutput.put(json, "look_alike", offender.lookAlike());
      list.add(json);
    }
    return list;
  }

  private static JsonObjectBuilder write(Replacement replacement) {
    TextPreview preview = replacement.preview();
    return Json.createObjectBuilder()
        .add("look_alikes", Words.of(replacement.lookAlikes()))
        .add("text", preview.text())
        .add("encoding", preview.alphabet().apiName())
        .add("segments", preview.segments());
  }
}

package io.chasqui.app.options;

import io.chasqui.domain.link.ConnectorId;
import io.chasqui.domain.operations.ModemOptions;
import io.chasqui.domain.operations.SmppOptions;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/**
 * The settings as the database keeps them: the API's own shape with a version. Members this version
 * does not know are passed over, those that are missing have their default.
 */
public final class StoredOptions {
  private static final int VERSION = 1;

  private StoredOptions() {}

  public static String encode(SmppOptions options) {
    return versioned(SmppOptionsJson.write(options));
  }

  public static String encode(ModemOptions options) {
    return versioned(ModemOptionsJson.write(options));
  }

  private static String versioned(JsonObject document) {
    return Json.createObjectBuilder(document).add("version", VERSION).build().toString();
  }

  /**
   * @throws UnreadableOptionsException for another version or a member that is wrong
   */
  public static SmppOptions decode(String document) {
    return SmppOptionsJson.read(members(document));
  }

  /** As above, of a connector to modems. */
  public static ModemOptions decodeModems(ConnectorId id, String document) {
    return ModemOptionsJson.read(members(document), id).options();
  }

  private static StoredMembers members(String document) {
    StoredMembers members = new StoredMembers("", parse(document));
    members.number("version", 0, VERSION, VERSION);
    if (!members.has("version")) {
      members.wrong("version", "is missing");
    }
    return members;
  }

  private static JsonObject parse(String document) {
    try (JsonReader reader = Json.createReader(new StringReader(document))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new UnreadableOptionsException("not a JSON object");
    }
  }
}

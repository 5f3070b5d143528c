package io.chasqui.web.api.input;

import io.chasqui.web.api.problem.Problem;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.stream.JsonParsingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The JSON object of a request. */
public final class Body {
  /** Octets, 1 MB. */
  static final int LARGEST = 1 << 20;

  private Body() {}

  /** Reads the fields of a body; to be followed by {@link Fields#check()}. */
  public static Fields fields(InputStream body) throws IOException {
    return new Fields(object(read(body)));
  }

  /** The octets of a body, for those who must look at them as they came. */
  public static byte[] read(InputStream body) throws IOException {
    byte[] octets = body.readNBytes(LARGEST + 1);
    if (octets.length > LARGEST) {
      throw Problem.of(413, "Content too large", "a request has at most 1 MB").asException();
    }
    return octets;
  }

  public static Fields fields(byte[] body) {
    return new Fields(object(body));
  }

  private static JsonObject object(byte[] octets) {
    try (JsonReader reader =
        Json.createReaderFactory(null)
            .createReader(new ByteArrayInputStream(octets), StandardCharsets.UTF_8)) {
      JsonStructure structure = reader.read();
      if (structure instanceof JsonObject object) {
        return object;
      }
      throw malformed("the body must be a JSON object");
    } catch (JsonParsingException e) {
      throw malformed(
          "not JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
    } catch (JsonException | IllegalStateException e) {
      throw malformed("the body is not JSON in UTF-8");
    }
  }

  private static RuntimeException malformed(String detail) {
    return Problem.of(400, "Malformed", detail).asException();
  }
}

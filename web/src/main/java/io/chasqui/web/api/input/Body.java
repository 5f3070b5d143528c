package io.chasqui.web.api.input;

import io.chasqui.web.api.problem.Problem;
import io.chasqui.web.api.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The JSON object of a request. */
public final class Body {
  /** Octets, 1 MB. */
  static final int LARGEST = 1 << 20;

  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private Body() {}

  /** Reads the fields of a body; to be followed by {@link Fields#check()}. */
  public static Fields fields(InputStream body) throws IOException {
    return fields(read(body));
  }

  /** The octets of a body, for those who must look at them as they came. */
  public static byte[] read(InputStream body) throws IOException {
    return read(body, LARGEST);
  }

  /**
   * As above, of a request that may be larger than others.
   *
   * @param largest in octets, whole MB
   */
  public static byte[] read(InputStream body, int largest) throws IOException {
    byte[] octets = body.readNBytes(largest + 1);
    if (octets.length > largest) {
      String detail = "a request here has at most %d MB".formatted(largest >> 20);
      throw Problem.of(413, "Content too large", detail).asException();
    }
    return octets;
  }

  public static Fields fields(byte[] body) {
    return fields(body, Map.of());
  }

  /**
   * As above; the values of some fields are read as they come, since they may be large. A reader
   * finds the parser at its value's first event and leaves it at the last.
   */
  public static Fields fields(byte[] body, Map<String, Consumer<JsonParser>> readers) {
    Fields fields = new Fields(object(body, readers));
    readers.keySet().forEach(fields::has);
    return fields;
  }

  /** The fields of an object whose beginning the parser has just read. */
  public static Fields fields(JsonParser parser) {
    return new Fields(members(parser, Map.of()));
  }

  private static Map<String, JsonValue> object(
      byte[] octets, Map<String, Consumer<JsonParser>> readers) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(utf8(octets)))) {
      return object(parser, readers);
    } catch (JsonParsingException e) {
      throw malformed(
          "not JSON at line %d, column %d"
              .formatted(e.getLocation().getLineNumber(), e.getLocation().getColumnNumber()));
    } catch (CharacterCodingException e) {
      throw malformed("the body is not UTF-8");
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      // Parsson's ways to say: nested too deeply, or the end came too early.
      throw malformed("the body ends too early or is nested too deeply");
    }
  }

  private static Map<String, JsonValue> object(
      JsonParser parser, Map<String, Consumer<JsonParser>> readers) {
    if (!parser.hasNext() || parser.next() != JsonParser.Event.START_OBJECT) {
      throw malformed("the body must be a JSON object");
    }
    Map<String, JsonValue> fields = members(parser, readers);
    if (parser.hasNext()) {
      throw malformed("something follows the JSON object");
    }
    return fields;
  }

  private static Map<String, JsonValue> members(
      JsonParser parser, Map<String, Consumer<JsonParser>> readers) {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    while (parser.next() == JsonParser.Event.KEY_NAME) {
      String name = parser.getString();
      parser.next();
      if (fields.put(name, value(parser, readers.get(name))) != null) {
        throw malformed("the field '%s' occurs twice".formatted(name));
      }
    }
    return fields;
  }

  private static JsonValue value(JsonParser parser, Consumer<JsonParser> reader) {
    if (reader == null) {
      return parser.getValue();
    }
    reader.accept(parser);
    return JsonValue.NULL;
  }

  /** Strictly: a text with its wrong octets replaced is not the text that was meant. */
  private static String utf8(byte[] octets) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
  }

  private static RuntimeException malformed(String detail) {
    return Problem.of(400, "Malformed", detail).asException();
  }
}

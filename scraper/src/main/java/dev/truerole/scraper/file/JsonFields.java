package dev.truerole.scraper.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads the top-level fields of a JSON object, keeping numbers exactly as they are written. */
final class JsonFields {

  private static final JsonFactory WRITER = new JsonFactory();

  private JsonFields() {}

  /**
   * Reads the object the parser is at the start of, to its end. Of several fields of one name the
   * last counts.
   *
   * @param kept the fields whose values are kept even if they are objects or arrays
   */
  static Map<String, JsonValue> read(JsonParser parser, Set<String> kept) throws IOException {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_NULL) {
        fields.remove(name);
      } else {
        fields.put(name, value(parser, token, kept.contains(name)));
      }
    }
    return fields;
  }

  private static JsonValue value(JsonParser parser, JsonToken token, boolean kept)
      throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return new JsonValue(JsonValue.Shape.STRING, parser.getText());
    }
    if (!token.isStructStart()) {
      return new JsonValue(JsonValue.Shape.NUMBER_OR_BOOLEAN, parser.getText());
    }
    if (kept) {
      return new JsonValue(JsonValue.Shape.STRUCTURE, copy(parser));
    }
    parser.skipChildren();
    return new JsonValue(JsonValue.Shape.STRUCTURE, "");
  }

  private static String copy(JsonParser parser) throws IOException {
    StringWriter json = new StringWriter();
    try (JsonGenerator generator = WRITER.createGenerator(json)) {
      int depth = 0;
      do {
        JsonToken token = parser.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token.isNumeric()) {
          generator.writeNumber(parser.getText());
        } else {
          generator.copyCurrentEvent(parser);
        }
      } while (depth > 0 && parser.nextToken() != null);
    }
    return json.toString();
  }
}

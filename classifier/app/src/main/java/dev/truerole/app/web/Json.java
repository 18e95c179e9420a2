package dev.truerole.app.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;

/** JSON as requests carry and answers are: read strictly and within bounds. */
final class Json {

  static final String TYPE = "application/json";

  /** No request has more than an array of objects. */
  private static final int MAX_DEPTH = 16;

  private static final int MAX_NUMBER_CHARS = 100;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_CHARS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** For files of ours, which may be deep. */
  private static final ObjectMapper TRUSTED = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static byte[] bytes(JsonNode json) {
    try {
      return TRUSTED.writeValueAsBytes(json);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError("a tree can always be written", impossible);
    }
  }

  static String text(JsonNode json) {
    return json.toString();
  }

  static void send(Context context, JsonNode json) {
    context.contentType(TYPE).result(bytes(json));
  }

  /**
   * Reads a request.
   *
   * @throws Problem if it is no JSON
   */
  static JsonNode parse(byte[] body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json.isMissingNode()) {
        throw new Problem(Problem.BAD_REQUEST, "malformed_json", "The body is empty; send JSON.");
      }
      return json;
    } catch (java.io.IOException malformed) {
      throw new Problem(
          Problem.BAD_REQUEST, "malformed_json", "The body is no JSON: " + reason(malformed));
    }
  }

  /** Reads a file of ours. */
  static JsonNode trusted(String text) throws JsonProcessingException {
    return TRUSTED.readTree(text);
  }

  /** A parser's message without the source, which it quotes. */
  private static String reason(java.io.IOException malformed) {
    if (malformed instanceof JsonProcessingException known) {
      String where =
          known.getLocation() == null
              ? ""
              : " (line "
                  + known.getLocation().getLineNr()
                  + ", column "
                  + known.getLocation().getColumnNr()
                  + ")";
      return "it breaks off or goes wrong" + where + ".";
    }
    return "it is not UTF-8 text.";
  }
}

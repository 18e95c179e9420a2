package dev.truerole.scraper.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON file: one object or several, or an array of objects. Read as a stream; rows are numbered
 * from 1, since several may stand on a line. After broken JSON nothing more can be read. Only
 * parsing tells where an object ends, so that is done here and the rest by whoever reads the row.
 */
final class JsonSource implements RowSource {

  private final JsonParser parser;
  private final String name;
  private final JsonRows rows;
  private long number;
  private boolean ended;

  JsonSource(InputStream in, String name, ReadOptions options) throws IOException {
    InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
    this.parser = Json.factory(options.maxChars()).createParser(reader);
    this.name = name;
    this.rows = new JsonRows(options);
  }

  /** What is wrong and where in its line or file, without the parser's inner names. */
  static String reason(JsonProcessingException malformed) {
    JsonLocation location = malformed.getLocation();
    String what = malformed.getOriginalMessage();
    return location == null
        ? what
        : "line " + location.getLineNr() + ", column " + location.getColumnNr() + ": " + what;
  }

  @Override
  public Optional<UnreadRow> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    try {
      return nextRow();
    } catch (JsonProcessingException malformed) {
      ended = true;
      return Optional.of(UnreadRow.known(Failures.malformedJson(place(), reason(malformed))));
    }
  }

  private Optional<UnreadRow> nextRow() throws IOException {
    JsonToken token = parser.nextToken();
    while (token == JsonToken.END_ARRAY || isOuterArray(token)) {
      token = parser.nextToken();
    }
    if (token == null) {
      return Optional.empty();
    }
    number++;
    if (token == JsonToken.START_OBJECT) {
      return Optional.of(row(JsonFields.read(parser, rows.structures()), place()));
    }
    parser.skipChildren();
    return Optional.of(
        UnreadRow.known(Failures.malformedJson(place(), "it is " + token.asString())));
  }

  private UnreadRow row(Map<String, JsonValue> fields, String place) {
    List<String> content = fields.values().stream().map(JsonValue::text).toList();
    return UnreadRow.of(content, () -> rows.row(fields, place));
  }

  private boolean isOuterArray(JsonToken token) {
    return token == JsonToken.START_ARRAY && parser.getParsingContext().getParent().inRoot();
  }

  private String place() {
    return name + ":" + Math.max(1, number);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}

package dev.truerole.scraper.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Reads lines of JSON Lines that somebody else has cut out of their file, as {@link PostingFiles}
 * would. Thread-safe.
 */
public final class PostingLines {

  private final JsonFactory json;
  private final JsonRows rows;

  /** Reads by the given options. */
  public PostingLines(ReadOptions options) {
    this.json = Json.factory(options.maxChars());
    this.rows = new JsonRows(options);
  }

  /**
   * The posting on a line, or the reason for none.
   *
   * @param line not blank
   * @param place what messages call the line; also the id of a posting without one
   */
  public PostingRow read(String line, String place) {
    try (JsonParser parser = json.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Failures.malformedJson(place, "it starts with " + line.strip().charAt(0));
      }
      var fields = JsonFields.read(parser, rows.structures());
      return parser.nextToken() == null
          ? rows.row(fields, place)
          : Failures.malformedJson(place, "there is more than one value on the line");
    } catch (JsonProcessingException malformed) {
      return Failures.malformedJson(place, JsonSource.reason(malformed));
    } catch (IOException impossible) {
      throw new AssertionError("a string cannot fail to be read", impossible);
    }
  }
}

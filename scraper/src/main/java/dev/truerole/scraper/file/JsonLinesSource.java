package dev.truerole.scraper.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Checksum;

/** JSON Lines: an object on each line. Blank lines are no rows. */
final class JsonLinesSource implements RowSource {

  private final BoundedLines lines;
  private final String name;
  private final JsonFactory json;
  private final JsonRows rows;

  JsonLinesSource(InputStream in, String name, ReadOptions options) {
    this.lines = new BoundedLines(in);
    this.name = name;
    this.json = Json.factory(options.maxChars());
    this.rows = new JsonRows(options);
  }

  @Override
  public Optional<UnreadRow> next() throws IOException {
    Optional<BoundedLines.Line> line = lines.next();
    while (line.isPresent() && !line.get().tooLong() && line.get().isBlank()) {
      line = lines.next();
    }
    return line.map(Row::new);
  }

  /** A line nobody has looked into. */
  private final class Row implements UnreadRow {
    private final BoundedLines.Line line;

    Row(BoundedLines.Line line) {
      this.line = line;
    }

    @Override
    public PostingRow read() {
      String place = name + ":" + line.number();
      return line.tooLong()
          ? Failures.lineTooLong(place, BoundedLines.MAX_BYTES)
          : row(line.text(), place);
    }

    @Override
    public long size() {
      return line.bytes().length;
    }

    @Override
    public void addTo(Checksum sum) {
      sum.update(line.bytes());
    }

    @Override
    public String line() {
      return line.text();
    }
  }

  private PostingRow row(String line, String place) {
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

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

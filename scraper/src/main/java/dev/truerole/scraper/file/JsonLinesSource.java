package dev.truerole.scraper.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** JSON Lines: an object on each line. Blank lines are no rows. */
final class JsonLinesSource implements RowSource {

  private final BoundedLines lines;
  private final String name;
  private final PostingLines reader;

  JsonLinesSource(InputStream in, String name, ReadOptions options) {
    this.lines = new BoundedLines(in);
    this.name = name;
    this.reader = new PostingLines(options);
  }

  @Override
  public Optional<PostingRow> next() throws IOException {
    Optional<BoundedLines.Line> line = lines.next();
    while (line.isPresent() && line.get().text().isBlank() && !line.get().tooLong()) {
      line = lines.next();
    }
    return line.map(this::row);
  }

  private PostingRow row(BoundedLines.Line line) {
    String place = name + ":" + line.number();
    return line.tooLong()
        ? Failures.lineTooLong(place, BoundedLines.MAX_BYTES)
        : row(line.text(), place);
  }

  private PostingRow row(String line, String place) {
    return reader.read(line, place);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

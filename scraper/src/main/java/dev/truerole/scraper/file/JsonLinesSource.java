package dev.truerole.scraper.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Checksum;

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
    return reader.read(line, place);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

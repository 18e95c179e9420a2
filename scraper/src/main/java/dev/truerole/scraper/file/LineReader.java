package dev.truerole.scraper.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;

/** Lines of unknown encoding as one stream of characters. */
final class LineReader extends Reader {

  private final BoundedLines lines;
  private String text = "";
  private int position;
  private boolean tooLong;

  LineReader(InputStream in) {
    this.lines = new BoundedLines(in);
  }

  /** Whether reading failed on a line that is longer than any may be. */
  boolean metTooLong() {
    return tooLong;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (position == text.length() && !nextLine()) {
      return -1;
    }
    int count = Math.min(length, text.length() - position);
    text.getChars(position, position + count, target, offset);
    position += count;
    return count;
  }

  private boolean nextLine() throws IOException {
    Optional<BoundedLines.Line> line = lines.next();
    if (line.isEmpty()) {
      return false;
    }
    tooLong = line.get().tooLong();
    if (tooLong) {
      throw new IOException("line " + line.get().number() + " is too long");
    }
    text = line.get().ended() ? line.get().text() + "\n" : line.get().text();
    position = 0;
    return !text.isEmpty();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

package dev.truerole.scraper.file;

import dev.truerole.scraper.page.TextDecoder;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, each decoded by itself and never more than a bound of it in memory. */
final class BoundedLines implements Closeable {

  /** The longest line: no posting is longer, and a few of them fit into any memory. */
  static final int MAX_BYTES = 16 << 20;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private long number;

  /**
   * @param text the line, with a carriage return if it ends with one, without the line feed
   * @param number counts from 1
   * @param ended whether a line feed ended it, not the end of the stream
   * @param tooLong whether it was longer than {@link #MAX_BYTES}, and so is empty here
   */
  record Line(String text, long number, boolean ended, boolean tooLong) {}

  BoundedLines(InputStream in) {
    this.in = in;
  }

  /** The next line, or nothing at the end of the stream. */
  Optional<Line> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    number++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long length = 0;
    boolean ended = false;
    while (!ended && fill()) {
      int end = lineFeed();
      length += end - position;
      if (length <= MAX_BYTES) {
        bytes.write(buffer, position, end - position);
      } else {
        bytes = new ByteArrayOutputStream();
      }
      ended = end < limit;
      position = end + (ended ? 1 : 0);
    }
    String text = TextDecoder.decode(bytes.toByteArray(), null, false);
    return Optional.of(new Line(text, number, ended, length > MAX_BYTES));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private int lineFeed() {
    int end = position;
    while (end < limit && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer));
    }
    return position < limit;
  }
}

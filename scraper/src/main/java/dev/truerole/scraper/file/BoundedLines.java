package dev.truerole.scraper.file;

import dev.truerole.scraper.page.TextDecoder;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a stream, each decoded by itself and never more than a bound of it in memory. */
final class BoundedLines implements Closeable {

  /** The longest line: no posting is longer, and a few of them fit into any memory. */
  static final int MAX_BYTES = 16 << 20;

  private static final int BUFFER_BYTES = 1 << 18;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private long number;

  BoundedLines(InputStream in) {
    this.in = in;
  }

  /** A line that is not decoded before it is asked for its text. */
  static final class Line {
    private final byte[] bytes;
    private final long number;
    private final boolean ended;
    private final boolean tooLong;

    private Line(byte[] bytes, long number, boolean ended, boolean tooLong) {
      this.bytes = bytes;
      this.number = number;
      this.ended = ended;
      this.tooLong = tooLong;
    }

    /** The line, with a carriage return if it ends with one, without the line feed. */
    String text() {
      return TextDecoder.decode(bytes, null, false);
    }

    /** What it is decoded from; not to be changed. */
    byte[] bytes() {
      return bytes;
    }

    /** Counts from 1. */
    long number() {
      return number;
    }

    /** Whether a line feed ended it, not the end of the stream. */
    boolean ended() {
      return ended;
    }

    /** Whether it was longer than {@link #MAX_BYTES}, and so is empty here. */
    boolean tooLong() {
      return tooLong;
    }

    /** Whether it has nothing but white space; nearly all lines tell by their first byte. */
    boolean isBlank() {
      for (byte b : bytes) {
        if (b < 0) {
          return text().isBlank();
        }
        if (!Character.isWhitespace(b)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The next line, or nothing at the end of the stream. */
  Optional<Line> next() throws IOException {
    if (!fill()) {
      return Optional.empty();
    }
    number++;
    int end = lineFeed();
    if (end < limit) {
      byte[] bytes = Arrays.copyOfRange(buffer, position, end);
      position = end + 1;
      return Optional.of(new Line(bytes, number, true, false));
    }
    return Optional.of(longer());
  }

  /** A line that goes on behind the buffer. */
  private Line longer() throws IOException {
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
    return new Line(bytes.toByteArray(), number, ended, length > MAX_BYTES);
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

package dev.truerole.scraper.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * A stream that has nothing available only at its end. {@link java.util.zip.GZIPInputStream} takes
 * nothing available for the end, and would lose the members behind it: those of a file packed in
 * pieces, where the seam meets the end of a buffer, or of a pipe that is slow.
 */
final class CertainStream extends PushbackInputStream {

  CertainStream(InputStream in) {
    super(in, 1);
  }

  @Override
  public int available() throws IOException {
    int known = super.available();
    if (known > 0) {
      return known;
    }
    int next = read();
    if (next < 0) {
      return 0;
    }
    unread(next);
    return 1;
  }
}

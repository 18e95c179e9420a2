package dev.truerole.scraper.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What is left of a stream after it broke: the exception it broke with. */
final class BrokenStream extends FilterInputStream {

  private final IOException why;

  BrokenStream(InputStream broken, IOException why) {
    super(broken);
    this.why = why;
  }

  @Override
  public int read() throws IOException {
    throw why;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    throw why;
  }
}

package dev.truerole.app.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;

/**
 * A stream that outlives those who write to it: standard output. Closing it only flushes. What does
 * not arrive is an error, so that nobody computes answers for a closed pipe.
 */
final class Unclosed extends FilterOutputStream {

  /** Print streams keep the reason to themselves. */
  static final String LOST = "standard output is closed or full";

  private final PrintStream stream;

  Unclosed(PrintStream stream) {
    super(stream);
    this.stream = stream;
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    stream.write(bytes, from, count);
    if (stream.checkError()) {
      throw new IOException(LOST);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}

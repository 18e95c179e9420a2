package dev.truerole.app.batch;

import java.io.IOException;
import java.io.OutputStream;

/** A stream, to whose other end somebody may be listening. */
final class OutputPipe implements Output {

  private final OutputStream out;
  private long size;

  OutputPipe(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    size += bytes.length;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void force() {}

  @Override
  public void close() throws IOException {
    out.close();
  }
}

package dev.truerole.app.batch;

import java.io.Closeable;
import java.io.IOException;

/** Where bytes go. */
interface Output extends Closeable {

  void write(byte[] bytes) throws IOException;

  /** How many bytes it has. */
  long size() throws IOException;

  /** Returns when what was written is where it should be: on the disk, in the pipe. */
  void force() throws IOException;
}

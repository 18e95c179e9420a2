package dev.truerole.classifier.network;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Frees what nobody holds any more, and writes over it. */
public final class Garbage {

  private static final int BUFFERS = 2000;
  private static final byte DIRT = 77;

  private Garbage() {}

  /** Collects, then takes and fills many small pieces of native memory. */
  public static void collect() {
    System.gc();
    System.runFinalization();
    List<ByteBuffer> buffers = new ArrayList<>();
    for (int i = 0; i < BUFFERS; i++) {
      ByteBuffer buffer = ByteBuffer.allocateDirect(4 + i % 8 * 4);
      while (buffer.hasRemaining()) {
        buffer.put(DIRT);
      }
      buffers.add(buffer);
    }
    if (buffers.size() != BUFFERS) {
      throw new IllegalStateException();
    }
  }
}

package dev.truerole.app.batch;

import java.io.IOException;

/**
 * Where the answers of a run go.
 *
 * @param <P> what answers become before they are written
 */
interface Destination<P> {

  /** Where the run starts: behind the rows that an interrupted one has answered. */
  Checkpoint start();

  /** Makes of a chunk what can be written at once; on any thread, for many chunks at a time. */
  P prepare(AnsweredChunk chunk);

  /**
   * Writes a chunk; on one thread, in order.
   *
   * @param done all that is done when it is written
   */
  void write(P prepared, Checkpoint done) throws IOException;

  /** Completes what was written. */
  void finish() throws IOException;
}

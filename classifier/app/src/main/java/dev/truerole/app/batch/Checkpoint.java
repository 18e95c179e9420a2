package dev.truerole.app.batch;

/**
 * How far a run has got.
 *
 * @param rows so many of the input's rows are answered
 * @param sum tells whether they are the same when they are read again
 */
record Checkpoint(long rows, long sum, Tally tally) {

  static final Checkpoint START = new Checkpoint(0, 0, Tally.NONE);

  /** Odd, so that no sum is lost by multiplying. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** With a further chunk. */
  Checkpoint plus(long end, long chunkSum, Tally more) {
    return new Checkpoint(end, (sum + chunkSum) * SPREAD, tally.plus(more));
  }
}

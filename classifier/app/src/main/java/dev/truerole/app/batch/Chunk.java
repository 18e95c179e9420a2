package dev.truerole.app.batch;

import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.UnreadRow;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Rows that are analysed together and written as one. Where a chunk ends depends on the rows alone,
 * so that a run that goes on where another was killed cuts the same ones.
 *
 * @param first the number of its first row among all, from 0
 */
record Chunk(long first, List<UnreadRow> rows) {

  /** Several batches of the network, so that like lengths meet. */
  static final int ROWS = 128;

  /** Few long rows are as much work, and memory, as many short ones. */
  private static final long BYTES = 1 << 20;

  /** Cuts the next chunk; empty at the end of the input. */
  static Chunk next(PostingRows input, long first) {
    List<UnreadRow> rows = new ArrayList<>();
    long bytes = 0;
    while (rows.size() < ROWS && bytes < BYTES && input.hasNext()) {
      UnreadRow row = input.nextUnread();
      bytes += row.size();
      rows.add(row);
    }
    return new Chunk(first, rows);
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The number of the row behind it. */
  long end() {
    return first + rows.size();
  }

  /** Tells, with those of the chunks before it, whether the same rows are read again. */
  long sum() {
    CRC32C sum = new CRC32C();
    rows.forEach(row -> row.addTo(sum));
    return sum.getValue();
  }
}

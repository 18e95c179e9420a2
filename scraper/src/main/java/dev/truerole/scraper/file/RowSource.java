package dev.truerole.scraper.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of one open file. */
interface RowSource extends Closeable {

  /**
   * The next row, or nothing at the end.
   *
   * @throws IOException if the file cannot be read any further
   */
  Optional<PostingRow> next() throws IOException;
}

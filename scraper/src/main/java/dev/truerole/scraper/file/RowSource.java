package dev.truerole.scraper.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The rows of one open file. */
interface RowSource extends Closeable {

  /**
   * The next row, cut out but not looked into, or nothing at the end.
   *
   * @throws IOException if the file cannot be read any further
   */
  Optional<UnreadRow> next() throws IOException;

  /** The columns, if the file is a table that can be used. */
  default List<String> columns() {
    return List.of();
  }
}

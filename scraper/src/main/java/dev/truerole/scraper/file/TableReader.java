package dev.truerole.scraper.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Opens Parquet files, whose library this room does without. */
public interface TableReader {

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read
   */
  Table open(Path file) throws IOException;

  /** An open table, for one thread. */
  interface Table extends Closeable {

    /** The names of its columns. */
    List<String> columns();

    /**
     * The cells of the next row, empty where there is no value, or nothing at the end.
     *
     * @throws IOException if the file cannot be read any further
     */
    Optional<List<String>> next() throws IOException;
  }
}

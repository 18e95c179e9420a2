package dev.truerole.scraper.file;

import java.util.List;

/**
 * Reads the rows of a table that somebody else has opened; its columns are found by their names as
 * in CSV files. Thread-safe.
 */
public final class PostingTable {

  private final CsvRows rows;

  private PostingTable(CsvRows rows) {
    this.rows = rows;
  }

  /**
   * A table with these columns.
   *
   * @throws IllegalArgumentException if none of them can hold the text, or one that the options
   *     name is not there
   */
  public static PostingTable of(List<String> columns, ReadOptions options) {
    try {
      return new PostingTable(new CsvRows(CsvColumns.find(columns, options), options.maxChars()));
    } catch (CsvColumns.MissingException missing) {
      throw new IllegalArgumentException(
          Failures.missingColumnMessage("table", missing.column(), missing.header()), missing);
    }
  }

  /**
   * The posting in a row, or the reason for none.
   *
   * @param cells one for each column, empty where there is no value
   * @param place what messages call the row; also the id of a posting without one
   */
  public PostingRow read(List<String> cells, String place) {
    return rows.row(cells, place);
  }
}

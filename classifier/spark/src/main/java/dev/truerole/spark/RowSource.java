package dev.truerole.spark;

import dev.truerole.scraper.file.PostingLines;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingTable;
import dev.truerole.scraper.file.ReadOptions;
import dev.truerole.scraper.posting.PostingId;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Where in a row its posting stands, as it is sent to executors.
 *
 * @param columns the row's columns; the last is the place the row came from
 * @param line the one with a line of JSON, or -1 if the columns are a table's
 * @param corrupt the one in which Spark keeps rows it could not read, or -1
 */
record RowSource(
    List<String> columns,
    int line,
    int corrupt,
    @Nullable String textColumn,
    @Nullable String titleColumn,
    @Nullable String idColumn,
    @Nullable String companyColumn,
    int maxChars)
    implements Serializable {

  /** The name Spark gives that column unless told otherwise. */
  static final String CORRUPT = "_corrupt_record";

  /** What messages call a row of which nothing else is known. */
  private static final String ROW = "row";

  /** Rows of a table. */
  static RowSource table(List<String> columns, ReadOptions options) {
    RowSource source = of(columns, -1, options);
    source.table();
    return source;
  }

  /** Rows with a line of JSON each. */
  static RowSource lines(List<String> columns, String line, ReadOptions options) {
    int index = columns.indexOf(line);
    if (index < 0) {
      throw new IllegalArgumentException("no column '" + line + "' in " + columns);
    }
    return of(columns, index, options);
  }

  private static RowSource of(List<String> columns, int line, ReadOptions options) {
    return new RowSource(
        new ArrayList<>(columns),
        line,
        columns.indexOf(CORRUPT),
        options.textColumn(),
        options.titleColumn(),
        options.idColumn(),
        options.companyColumn(),
        options.maxChars());
  }

  /** The reader of these rows, for one JVM. */
  RowReader reader() {
    if (line >= 0) {
      PostingLines lines = new PostingLines(options());
      return row -> readLine(lines, row);
    }
    PostingTable table = table();
    return row -> readCells(table, row);
  }

  private PostingRow readLine(PostingLines lines, Row row) {
    String json = cell(row, line);
    String place = place(row);
    return json.isBlank()
        ? failed(place, "empty_text", "the line is blank")
        : lines.read(json.startsWith("\uFEFF") ? json.substring(1) : json, place);
  }

  private PostingRow readCells(PostingTable table, Row row) {
    String place = place(row);
    if (corrupt >= 0 && !row.isNullAt(corrupt)) {
      return failed(
          place,
          "malformed_row",
          "the row does not fit the columns; fields that hold the delimiter or a line break have"
              + " to be quoted");
    }
    List<String> cells = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size() - 1; i++) {
      cells.add(cell(row, i));
    }
    return table.read(cells, place);
  }

  private static String cell(Row row, int index) {
    Object value = row.get(index);
    return value == null ? "" : value.toString();
  }

  private String place(Row row) {
    String place = cell(row, columns.size() - 1);
    return place.isEmpty() ? ROW : place;
  }

  private static PostingRow failed(String place, String code, String message) {
    return new PostingRow.Failed(PostingId.of(place), code, place + ": " + message);
  }

  private PostingTable table() {
    return PostingTable.of(columns.subList(0, columns.size() - 1), options());
  }

  private ReadOptions options() {
    return new ReadOptions(textColumn, titleColumn, idColumn, companyColumn, maxChars);
  }
}

package dev.truerole.scraper.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A table that a {@link TableReader} has opened; rows are numbered from 1. */
final class TableSource implements RowSource {

  private final TableReader.Table table;
  private final String name;
  private final CsvRows rows;
  private long number;

  private TableSource(TableReader.Table table, String name, CsvRows rows) {
    this.table = table;
    this.name = name;
    this.rows = rows;
  }

  /** A table that cannot be used becomes a source of one failure. */
  static RowSource open(TableReader.Table table, String name, ReadOptions options)
      throws IOException {
    try {
      CsvColumns columns = CsvColumns.find(table.columns(), options);
      return new TableSource(table, name, new CsvRows(columns, options.maxChars()));
    } catch (CsvColumns.MissingException missing) {
      table.close();
      return new SingleSource(Failures.missingColumn(name, missing.column(), missing.header()));
    }
  }

  @Override
  public List<String> columns() {
    return rows.columns();
  }

  @Override
  public Optional<UnreadRow> next() throws IOException {
    return table.next().map(cells -> new TableRow(rows, cells, name + ":" + ++number));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}

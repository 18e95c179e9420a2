package dev.truerole.classifier.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table with one row an input, for spreadsheets: cells that look like formulas are defused, but
 * for numbers, which are none.
 */
final class CsvReport implements ReportWriter {

  /** Without it Excel takes UTF-8 for the encoding of the machine. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private static final Pattern NUMBER = Pattern.compile("[+-]\\d+(?:[.,]\\d+)*");

  private final CsvWriter csv;
  private final AnswerTable table;
  private final List<AnswerTable.Column> columns;
  private List<String> header = List.of();
  private List<String> cells = List.of();

  private CsvReport(CsvWriter csv, AnswerTable table) {
    this.csv = csv;
    this.table = table;
    this.columns = table.columns();
  }

  /**
   * @param first whether the header is to be written
   */
  static CsvReport open(Writer out, ReportOptions options, char separator, boolean first) {
    AnswerTable table = new AnswerTable(options.columns());
    try {
      if (first && options.excel()) {
        out.write(BYTE_ORDER_MARK);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CsvReport report =
        new CsvReport(CsvWriter.builder().fieldSeparator(separator).build(out), table);
    if (first) {
      List<String> names = table.columns().stream().map(AnswerTable.Column::name).toList();
      report.csv.writeRecord(names.stream().map(CsvReport::safe).toList());
    }
    return report;
  }

  @Override
  public void read(List<String> columns, List<String> values, String line) {
    header = columns;
    cells = values;
  }

  @Override
  public void write(PostingAnalysis analysis) {
    write(table.row(analysis, header, cells));
  }

  @Override
  public void writeFailure(PostingId id, String code, String message) {
    write(table.failure(id, code, message, header, cells));
  }

  private void write(List<String> row) {
    for (int i = 0; i < row.size(); i++) {
      if (columns.get(i).kind() == AnswerTable.Kind.TEXT) {
        row.set(i, columns.get(i).ours() ? safe(row.get(i)) : safeUnlessNumber(row.get(i)));
      }
    }
    csv.writeRecord(row);
  }

  private static String safeUnlessNumber(String cell) {
    return NUMBER.matcher(cell).matches() ? cell : safe(cell);
  }

  /** A spreadsheet runs cells that start like a formula: an apostrophe makes them text. */
  private static String safe(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void flush() throws IOException {
    csv.flush();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}

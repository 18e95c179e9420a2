package dev.truerole.scraper.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table with a header; fields may be quoted and then hold line breaks. */
final class CsvSource implements RowSource {

  private static final Pattern STARTING_LINE = Pattern.compile("starting at line (\\d+)");

  private final LineReader lines;
  private final Iterator<CsvRecord> records;
  private final String name;
  private final CsvRows rows;
  private long lastLine;
  private boolean ended;

  private CsvSource(
      LineReader lines, Iterator<CsvRecord> records, String name, CsvColumns columns, int max) {
    this.lines = lines;
    this.records = records;
    this.name = name;
    this.rows = new CsvRows(columns, max);
  }

  /** Reads the header; a table that cannot be used becomes a source of one failure. */
  static RowSource open(PeekedStream in, String name, FileKind kind, ReadOptions options)
      throws IOException {
    char delimiter = kind == FileKind.TSV ? '\t' : delimiter(in.peek());
    LineReader lines = new LineReader(in);
    try {
      Iterator<CsvRecord> records = records(lines, delimiter);
      List<String> header = records.hasNext() ? records.next().getFields() : List.of();
      CsvColumns columns = CsvColumns.find(header, options);
      return new CsvSource(lines, records, name, columns, options.maxChars());
    } catch (CsvColumns.MissingException missing) {
      lines.close();
      return new SingleSource(Failures.missingColumn(name, missing.column(), missing.header()));
    } catch (CsvParseException malformed) {
      lines.close();
      return new SingleSource(
          Failures.malformedCsv(name + ":1", String.valueOf(malformed.getMessage())));
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  private static Iterator<CsvRecord> records(LineReader lines, char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .trimWhitespacesAroundQuotes(true)
        .allowUnclosedQuote(false)
        .ofCsvRecord(lines)
        .iterator();
  }

  private static char delimiter(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return Delimiters.guess(text.lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
  }

  @Override
  public List<String> columns() {
    return rows.columns();
  }

  @Override
  public Optional<UnreadRow> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    try {
      return records.hasNext() ? Optional.of(row(records.next())) : Optional.empty();
    } catch (CsvParseException malformed) {
      ended = true;
      return Optional.of(UnreadRow.known(malformed(malformed)));
    } catch (UncheckedIOException unreadable) {
      ended = true;
      if (lines.metTooLong()) {
        return Optional.of(
            UnreadRow.known(Failures.lineTooLong(nextPlace(), BoundedLines.MAX_BYTES)));
      }
      throw unreadable.getCause();
    }
  }

  private UnreadRow row(CsvRecord fields) {
    lastLine = fields.getStartingLineNumber();
    return new TableRow(rows, fields.getFields(), name + ":" + lastLine);
  }

  private String nextPlace() {
    return name + ":" + (lastLine + 1);
  }

  /** The parser's message ends with the line the record starts at. */
  private PostingRow malformed(CsvParseException malformed) {
    String message = String.valueOf(malformed.getMessage());
    Matcher line = STARTING_LINE.matcher(message);
    String place = line.find() ? name + ":" + line.group(1) : nextPlace();
    return Failures.malformedCsv(place, message);
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

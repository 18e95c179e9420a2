package dev.truerole.scraper.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a file of rows starts: its columns or fields, which of them hold what by their names, and its
 * first rows. A file that was cut off is previewed as far as it goes.
 *
 * @param format {@code csv}, {@code tsv}, {@code jsonl} or {@code json}
 * @param columns in their order, without doubles
 * @param guessed of {@code id}, {@code title}, {@code company}, {@code text} those found, by column
 * @param rows the first rows by column; objects and arrays within stay away
 */
public record FilePreview(
    String format,
    List<String> columns,
    Map<String, String> guessed,
    List<Map<String, String>> rows) {

  private static final List<String> JSON_TEXTS =
      List.of("description", "text", "html", "description_html");

  /** Copies all, keeping the order. */
  public FilePreview {
    columns = List.copyOf(columns);
    guessed = Collections.unmodifiableMap(new LinkedHashMap<>(guessed));
    rows = rows.stream().map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row))).toList();
  }

  /**
   * Reads the start of a file.
   *
   * @param in is closed
   * @param name tells the kind
   * @param rows how many rows at most
   * @throws IOException if the file cannot be read or is none of rows; the message says so
   */
  public static FilePreview read(InputStream in, String name, int rows) throws IOException {
    try (PeekedStream start = PeekedStream.of(in)) {
      FileKind kind = kind(start, name);
      return kind == FileKind.CSV || kind == FileKind.TSV
          ? table(start, kind, rows)
          : json(start, kind, rows);
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  /**
   * Counts the rows of a file, without looking into them.
   *
   * @param in is closed
   * @throws IOException if the file cannot be read or is none of rows
   */
  public static long count(InputStream in, String name) throws IOException {
    try (PeekedStream start = PeekedStream.of(in)) {
      FileKind kind = kind(start, name);
      if (kind == FileKind.CSV || kind == FileKind.TSV) {
        return Math.max(0, countTable(records(start, kind)) - 1);
      }
      return kind == FileKind.JSON_LINES ? countLines(start) : countObjects(start);
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private static FileKind kind(PeekedStream start, String name) throws IOException {
    FileKind named = FileKind.of(name);
    boolean sniffed = named == FileKind.UNKNOWN || named == FileKind.JSON;
    FileKind kind = sniffed ? KindSniffer.sniff(start.peek(), named) : named;
    return switch (kind) {
      case CSV, TSV, JSON, JSON_LINES -> kind;
      default -> throw new IOException("not a table or JSON Lines; give a .csv, .tsv or .jsonl");
    };
  }

  private static FilePreview table(PeekedStream in, FileKind kind, int rows) {
    Iterator<CsvRecord> records = records(in, kind);
    List<String> header = new ArrayList<>();
    List<Map<String, String>> first = new ArrayList<>();
    try {
      while (records.hasNext() && first.size() < rows) {
        List<String> fields = records.next().getFields();
        if (header.isEmpty()) {
          header.addAll(CsvColumns.names(fields));
        } else if (fields.size() == header.size()) {
          first.add(row(header, fields));
        }
      }
    } catch (CsvParseException cutOff) {
      // What stands before it is preview enough.
    }
    String format = kind == FileKind.TSV ? "tsv" : "csv";
    return new FilePreview(format, header, guess(header), first);
  }

  private static Map<String, String> row(List<String> header, List<String> fields) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), fields.get(i));
    }
    return row;
  }

  private static Map<String, String> guess(List<String> header) {
    Map<String, String> guessed = new LinkedHashMap<>();
    CsvColumns.guess(header)
        .forEach(
            (what, column) -> {
              if (column.isPresent()) {
                guessed.put(what, header.get(column.getAsInt()));
              }
            });
    return guessed;
  }

  private static Iterator<CsvRecord> records(PeekedStream in, FileKind kind) {
    String start = new String(in.peek(), StandardCharsets.ISO_8859_1);
    String header = start.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    return CsvReader.builder()
        .fieldSeparator(kind == FileKind.TSV ? '\t' : Delimiters.guess(header))
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .trimWhitespacesAroundQuotes(true)
        .allowUnclosedQuote(false)
        .ofCsvRecord(new LineReader(in))
        .iterator();
  }

  /** After a broken record none is read. */
  private static long countTable(Iterator<CsvRecord> records) {
    long count = 0;
    try {
      for (; records.hasNext(); count++) {
        records.next();
      }
    } catch (CsvParseException broken) {
      count++;
    }
    return count;
  }

  private static long countLines(PeekedStream in) throws IOException {
    BoundedLines lines = new BoundedLines(in);
    long count = 0;
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      count += line.get().tooLong() || !line.get().text().isBlank() ? 1 : 0;
    }
    return count;
  }

  private static long countObjects(PeekedStream in) throws IOException {
    long count = 0;
    try (JsonParser parser = parser(in)) {
      while (nextObject(parser)) {
        parser.skipChildren();
        count++;
      }
    } catch (JsonProcessingException broken) {
      count++;
    }
    return count;
  }

  private static FilePreview json(PeekedStream in, FileKind kind, int rows) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    List<Map<String, String>> first = new ArrayList<>();
    try (JsonParser parser = parser(in)) {
      while (first.size() < rows && nextObject(parser)) {
        Map<String, String> row = new LinkedHashMap<>();
        JsonFields.read(parser, Set.of())
            .forEach(
                (name, value) -> {
                  names.add(name);
                  row.put(name, value.text());
                });
        first.add(row);
      }
    } catch (JsonProcessingException cutOff) {
      // What stands before it is preview enough.
    }
    String format = kind == FileKind.JSON ? "json" : "jsonl";
    List<String> columns = List.copyOf(names);
    return new FilePreview(format, columns, guessJson(columns), first);
  }

  /** The names that are read without being asked for; similar ones are offered. */
  private static Map<String, String> guessJson(List<String> names) {
    Map<String, String> guessed = guess(names);
    JSON_TEXTS.stream().filter(names::contains).findFirst().ifPresent(n -> guessed.put("text", n));
    return guessed;
  }

  private static JsonParser parser(PeekedStream in) throws IOException {
    return Json.factory(ReadOptions.defaults().maxChars())
        .createParser(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static boolean nextObject(JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    while (token != null && token != JsonToken.START_OBJECT) {
      if (token == JsonToken.START_ARRAY && !parser.getParsingContext().getParent().inRoot()) {
        parser.skipChildren();
      }
      token = parser.nextToken();
    }
    return token != null;
  }
}

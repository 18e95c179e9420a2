package dev.truerole.scraper.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.Salary;
import dev.truerole.scraper.posting.Terms;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How postings are written so that {@link PostingFiles} reads them again: a record a posting, with
 * whatever else its writer knows of it.
 */
public enum PostingFormat {
  /** A JSON object a line; fields without a value are left out. Keeps blocks and their marks. */
  JSONL {
    @Override
    public String header(List<String> more) {
      return "";
    }

    @Override
    public String record(JobPosting posting, Map<String, String> more) {
      StringWriter line = new StringWriter();
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        writeId(json, posting);
        for (Map.Entry<String, @Nullable String> field : fields(posting, more).entrySet()) {
          if (field.getValue() != null) {
            json.writeStringField(field.getKey(), field.getValue());
          }
        }
        BlockFields.write(json, posting.body());
        json.writeEndObject();
      } catch (IOException e) {
        throw new UncheckedIOException("a posting cannot be written", e);
      }
      return line + "\n";
    }
  },

  /**
   * A table with a header; cells that look like formulas are defused. Of blocks it keeps what their
   * text shows.
   */
  CSV {
    @Override
    public String header(List<String> more) {
      List<String> names = new ArrayList<>(List.of("id"));
      names.addAll(OWN);
      names.addAll(more);
      return row(names);
    }

    @Override
    public String record(JobPosting posting, Map<String, String> more) {
      List<String> cells = new ArrayList<>(List.of(defused(posting.id().text())));
      fields(posting, more).values().forEach(value -> cells.add(defused(value)));
      return row(cells);
    }
  };

  private static final JsonFactory JSON = new JsonFactory();

  /** The columns of every posting, after its id and before what its writer adds. */
  private static final List<String> OWN =
      List.of(
          "title",
          "company",
          "location",
          "date",
          "workplace",
          "employment",
          "salary",
          "valid_through",
          "apply_url",
          "description");

  /** What stands before the first record. */
  public abstract String header(List<String> more);

  /**
   * One posting, with its line end.
   *
   * @param more further fields, the same names in the same order in every record of a table
   */
  public abstract String record(JobPosting posting, Map<String, String> more);

  /** Its name in commands and the ending of its files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static void writeId(JsonGenerator json, JobPosting posting) throws IOException {
    json.writeFieldName("id");
    if (posting.id().literal()) {
      json.writeRawValue(posting.id().text());
    } else {
      json.writeString(posting.id().text());
    }
  }

  private static Map<String, @Nullable String> fields(
      JobPosting posting, Map<String, String> more) {
    Terms terms = posting.terms();
    String posted = terms.posted() == null ? null : terms.posted().day().toString();
    List<@Nullable String> values = new ArrayList<>();
    values.add(posting.title());
    values.add(posting.company());
    values.add(posting.location());
    values.add(posting.date() == null ? posted : posting.date());
    values.add(terms.workplace() == null ? null : word(terms.workplace()));
    values.add(
        terms.employment().isEmpty()
            ? null
            : String.join(" ", terms.employment().stream().map(PostingFormat::word).toList()));
    values.add(terms.salary() == null ? null : text(terms.salary()));
    values.add(terms.validThrough() == null ? null : terms.validThrough().day().toString());
    values.add(terms.applyUrl());
    values.add(posting.body().text());
    Map<String, @Nullable String> fields = new LinkedHashMap<>();
    for (int i = 0; i < OWN.size(); i++) {
      fields.put(OWN.get(i), values.get(i));
    }
    fields.putAll(more);
    return fields;
  }

  /** A value of an enumeration as files write it. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Salary salary) {
    String from = salary.min() == null ? "" : salary.min().toPlainString();
    String to = salary.max() == null ? "" : salary.max().toPlainString();
    return salary.currency() + " " + from + "-" + to + " a " + word(salary.period());
  }

  private static String row(List<String> cells) {
    StringWriter line = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(line)) {
      csv.writeRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException("a posting cannot be written", e);
    }
    return line.toString();
  }

  private static String defused(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}

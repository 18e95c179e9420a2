package dev.truerole.classifier.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * The inputs that failed and nothing else, a JSON object a line: the id, the error and the row as
 * it was read, so that it can be mended.
 */
public final class FailureReport implements ReportWriter {

  private final Writer out;
  private final JsonGenerator generator;
  private List<String> columns = List.of();
  private List<String> cells = List.of();
  private String line = "";

  /** Writes to {@code out}, which is closed with this. */
  public FailureReport(Writer out) {
    this.out = out;
    try {
      generator = AnalysisJson.FACTORY.createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  @Override
  public void read(List<String> columns, List<String> cells, String line) {
    this.columns = columns;
    this.cells = cells;
    this.line = line;
  }

  @Override
  public void write(PostingAnalysis analysis) {}

  @Override
  public void writeFailure(PostingId id, String code, String message) throws IOException {
    generator.writeStartObject();
    AnalysisJson.writeFailureFields(generator, id, code, message);
    if (!line.isEmpty()) {
      generator.writeStringField("row", line);
    } else if (!cells.isEmpty()) {
      writeCells();
    }
    generator.writeEndObject();
    generator.flush();
    out.write('\n');
  }

  /** Cells beyond the header are named by their place. */
  private void writeCells() throws IOException {
    generator.writeObjectFieldStart("row");
    for (int i = 0; i < cells.size(); i++) {
      String name = i < columns.size() ? columns.get(i) : "column " + (i + 1);
      generator.writeStringField(name, cells.get(i));
    }
    generator.writeEndObject();
  }

  @Override
  public void flush() throws IOException {
    generator.flush();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    generator.close();
    out.close();
  }
}

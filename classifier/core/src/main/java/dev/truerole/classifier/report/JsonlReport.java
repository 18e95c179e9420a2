package dev.truerole.classifier.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** One JSON object a line. */
final class JsonlReport implements ReportWriter {

  private final Writer out;
  private final JsonGenerator generator;
  private final AnalysisJson json;

  JsonlReport(Writer out, ReportOptions options) {
    this.out = out;
    try {
      generator = AnalysisJson.FACTORY.createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    generator.setPrettyPrinter(new MinimalPrettyPrinter(""));
    json = new AnalysisJson(generator, options);
  }

  @Override
  public void write(PostingAnalysis analysis) throws IOException {
    json.write(analysis);
    endLine();
  }

  @Override
  public void writeFailure(PostingId id, String code, String message) throws IOException {
    json.writeFailure(id, code, message);
    endLine();
  }

  private void endLine() throws IOException {
    generator.flush();
    out.write('\n');
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

package dev.truerole.classifier.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** One indented JSON array of all answers. */
final class JsonReport implements ReportWriter {

  private final Writer out;
  private final JsonGenerator generator;
  private final AnalysisJson json;

  JsonReport(Writer out, ReportOptions options) {
    this.out = out;
    try {
      generator = AnalysisJson.FACTORY.createGenerator(out).useDefaultPrettyPrinter();
      generator.writeStartArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    json = new AnalysisJson(generator, options);
  }

  @Override
  public void write(PostingAnalysis analysis) throws IOException {
    json.write(analysis);
  }

  @Override
  public void writeFailure(PostingId id, String code, String message) throws IOException {
    json.writeFailure(id, code, message);
  }

  @Override
  public void flush() throws IOException {
    generator.flush();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    generator.writeEndArray();
    generator.close();
    out.write('\n');
    out.close();
  }
}

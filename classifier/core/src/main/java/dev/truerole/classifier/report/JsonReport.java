package dev.truerole.classifier.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** One indented JSON array of all answers, or a part of it. */
final class JsonReport implements ReportWriter {

  /** Behind the last answer. */
  static final String END = " ]\n";

  /** In the place of answers, if there are none. */
  static final String EMPTY = "[ ]\n";

  private static final String START = "[ ";
  private static final String BETWEEN = ", ";

  private final Writer out;
  private final JsonGenerator generator;
  private final AnalysisJson json;
  private boolean first;
  private boolean written;

  JsonReport(Writer out, ReportOptions options, boolean first) {
    this.out = out;
    this.first = first;
    try {
      generator = AnalysisJson.FACTORY.createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    generator.setPrettyPrinter(
        new DefaultPrettyPrinter(Separators.createDefaultInstance().withRootSeparator(BETWEEN)));
    json = new AnalysisJson(generator, options);
  }

  @Override
  public void write(PostingAnalysis analysis) throws IOException {
    start();
    json.write(analysis);
  }

  @Override
  public void writeFailure(PostingId id, String code, String message) throws IOException {
    start();
    json.writeFailure(id, code, message);
  }

  /** Answers of one part are separated by the generator. */
  private void start() throws IOException {
    if (!written) {
      out.write(first ? START : BETWEEN);
      first = false;
      written = true;
    }
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

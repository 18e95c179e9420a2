package dev.truerole.classifier.report;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A report of one part, with its end. */
final class WholeReport implements ReportWriter {

  private final ReportFormat format;
  private final Writer out;
  private final ReportWriter part;
  private boolean empty = true;

  WholeReport(ReportFormat format, Writer out, ReportWriter part) {
    this.format = format;
    this.out = out;
    this.part = part;
  }

  @Override
  public void read(List<String> columns, List<String> cells, String line) {
    part.read(columns, cells, line);
  }

  @Override
  public void write(PostingAnalysis analysis) throws IOException {
    empty = false;
    part.write(analysis);
  }

  @Override
  public void writeFailure(PostingId id, String code, String message) throws IOException {
    empty = false;
    part.writeFailure(id, code, message);
  }

  @Override
  public void flush() throws IOException {
    part.flush();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    part.flush();
    out.write(format.end(empty));
    part.close();
    out.close();
  }
}

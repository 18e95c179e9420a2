package dev.truerole.app.batch;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.UnreadRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** What became of a row. */
sealed interface Answer {

  /** The row as it was cut out of its file. */
  UnreadRow row();

  /** Writes it to a report. */
  void write(ReportWriter report) throws IOException;

  /**
   * What a report of some answers looks like.
   *
   * @param text what the report writes to
   */
  static String write(List<Answer> answers, ReportWriter report, StringWriter text) {
    try (report) {
      for (Answer answer : answers) {
        answer.write(report);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    }
    return text.toString();
  }

  /** A posting that was analysed. */
  record Analysed(UnreadRow row, PostingAnalysis analysis) implements Answer {
    @Override
    public void write(ReportWriter report) throws IOException {
      report.read(row.columns(), row.cells(), "");
      report.write(analysis);
    }
  }

  /** A row that holds no posting. */
  record Failed(UnreadRow row, PostingRow.Failed failure) implements Answer {
    @Override
    public void write(ReportWriter report) throws IOException {
      report.read(row.columns(), row.cells(), row.line());
      report.writeFailure(failure.id(), failure.code(), failure.message());
    }
  }
}

package dev.truerole.app.web;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.classifier.report.ReportWriter;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * What an answer carries beside the usual.
 *
 * @param text whether the text that positions refer to
 * @param allEvidence whether every segment's evidence
 */
record AnswerOptions(boolean text, boolean allEvidence) {

  static AnswerOptions of(Context context) {
    return new AnswerOptions(
        Query.flag(context, "text"),
        Query.word(context, "evidence", "strongest", java.util.Set.of("strongest", "all"))
            .equals("all"));
  }

  /** An answer in a format of the command line. */
  String write(PostingAnalysis analysis, ReportFormat format) {
    StringWriter out = new StringWriter();
    try (ReportWriter writer = format.open(out, new ReportOptions(allEvidence, false))) {
      writer.write(analysis);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string cannot fail to be written", impossible);
    }
    return out.toString();
  }

  /** An answer as one JSON object. */
  String json(PostingAnalysis analysis) {
    return write(analysis, ReportFormat.JSONL).strip();
  }
}

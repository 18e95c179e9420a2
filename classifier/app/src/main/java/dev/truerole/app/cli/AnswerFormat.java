package dev.truerole.app.cli;

import dev.truerole.app.batch.BatchOutput;
import dev.truerole.classifier.report.ReportFormat;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The formats that answers can be asked for in. */
enum AnswerFormat {
  TEXT(ReportFormat.TEXT),
  JSON(ReportFormat.JSON),
  JSONL(ReportFormat.JSONL),
  CSV(ReportFormat.CSV),
  TSV(ReportFormat.TSV),
  HTML(ReportFormat.HTML),
  /** Written by the row group rather than by the row, and so no report. */
  PARQUET(ReportFormat.TSV);

  private final ReportFormat report;

  AnswerFormat(ReportFormat report) {
    this.report = report;
  }

  /** The format that a file's name asks for by its ending; text if by none, or without a file. */
  static AnswerFormat of(@Nullable Path output) {
    String name = String.valueOf(output).toLowerCase(Locale.ROOT);
    return name.endsWith(".parquet")
        ? PARQUET
        : BatchOutput.formatOf(name).map(format -> valueOf(format.name())).orElse(TEXT);
  }

  ReportFormat report() {
    return report;
  }

  /** Whether rows keep the columns of the tables they come from. */
  boolean isTable() {
    return this == CSV || this == TSV || this == PARQUET;
  }
}

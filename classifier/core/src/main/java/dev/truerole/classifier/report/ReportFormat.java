package dev.truerole.classifier.report;

import java.io.Writer;
import java.util.Locale;

/** The formats an answer can be written in. */
public enum ReportFormat {
  TEXT,
  JSON,
  JSONL,
  CSV,
  TSV,
  HTML;

  /** The name on command lines: {@code text} and so on. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return id();
  }

  /** A writer of this format; it closes {@code out} when closed. */
  public ReportWriter open(Writer out, ReportOptions options) {
    return new WholeReport(this, out, part(out, options, true));
  }

  /**
   * A writer of some answers of a report that is written in parts, each by itself: the parts one
   * after the other, then {@link #end}, are what {@link #open} writes. A part has an answer at
   * least.
   *
   * @param first whether it is the part the report starts with
   */
  public ReportWriter part(Writer out, ReportOptions options, boolean first) {
    return switch (this) {
      case TEXT -> new TextReport(out, options, first);
      case JSON -> new JsonReport(out, options, first);
      case JSONL -> new JsonlReport(out, options);
      case CSV -> CsvReport.open(out, options, ',', first);
      case TSV -> CsvReport.open(out, options, '\t', first);
      case HTML -> new HtmlReport(out, options, first);
    };
  }

  /**
   * What stands behind the last part.
   *
   * @param empty whether there was no answer, and so no part but the first
   */
  public String end(boolean empty) {
    return switch (this) {
      case JSON -> empty ? JsonReport.EMPTY : JsonReport.END;
      case HTML -> HtmlReport.END;
      case TEXT, JSONL, CSV, TSV -> "";
    };
  }
}

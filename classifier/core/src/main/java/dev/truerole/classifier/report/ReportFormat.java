package dev.truerole.classifier.report;

import java.io.Writer;
import java.util.Locale;

/** The formats an answer can be written in. */
public enum ReportFormat {
  TEXT,
  JSON,
  JSONL,
  CSV,
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
    return switch (this) {
      case TEXT -> new TextReport(out, options);
      case JSON -> new JsonReport(out, options);
      case JSONL -> new JsonlReport(out, options);
      case CSV -> new CsvReport(out);
      case HTML -> new HtmlReport(out, options);
    };
  }
}

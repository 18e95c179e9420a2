package dev.truerole.classifier.report;

import java.io.Writer;
import java.util.Locale;

/** The formats an answer can be written in. */
public enum ReportFormat {
  TEXT(TextReport::new),
  JSON(JsonReport::new),
  JSONL(JsonlReport::new),
  CSV(CsvReport::new);

  /** Makes a writer of one format. */
  private interface Factory {
    ReportWriter open(Writer out, ReportOptions options);
  }

  private final Factory factory;

  ReportFormat(Factory factory) {
    this.factory = factory;
  }

  /** The name on command lines: {@code text} and so on. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A writer of this format; it closes {@code out} when closed. */
  public ReportWriter open(Writer out, ReportOptions options) {
    return factory.open(out, options);
  }
}

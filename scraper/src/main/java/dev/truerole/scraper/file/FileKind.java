package dev.truerole.scraper.file;

import java.util.Locale;

/** What a file holds, by its name. */
enum FileKind {
  TEXT("txt|text"),
  MARKDOWN("md|markdown"),
  HTML("html|htm|xhtml"),
  JSON_LINES("jsonl|ndjson"),
  JSON("json"),
  CSV("csv"),
  TSV("tsv"),
  UNKNOWN("");

  private static final String GZIP = ".gz";

  /** Separated by bars; empty for none. */
  private final String endings;

  FileKind(String endings) {
    this.endings = endings;
  }

  /** The kind by the end of the name, which may be followed by {@code .gz}. */
  static FileKind of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain =
        lower.endsWith(GZIP) ? lower.substring(0, lower.length() - GZIP.length()) : lower;
    for (FileKind kind : values()) {
      if (kind.isKnown() && plain.matches("(?s).*\\.(?:" + kind.endings + ")")) {
        return kind;
      }
    }
    return UNKNOWN;
  }

  boolean isKnown() {
    return this != UNKNOWN;
  }
}

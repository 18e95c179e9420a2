package dev.truerole.scraper.file;

import java.util.List;
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
  PARQUET("parquet"),
  UNKNOWN("");

  private static final List<String> PACKED = List.of(".gz", ".zst", ".zstd");

  /** Separated by bars; empty for none. */
  private final String endings;

  FileKind(String endings) {
    this.endings = endings;
  }

  /** The kind by the end of the name, which may be followed by {@code .gz} or {@code .zst}. */
  static FileKind of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain =
        PACKED.stream()
            .filter(lower::endsWith)
            .findFirst()
            .map(ending -> lower.substring(0, lower.length() - ending.length()))
            .orElse(lower);
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

  /** Whether it has columns that its files name. */
  boolean isTable() {
    return this == CSV || this == TSV || this == PARQUET;
  }
}

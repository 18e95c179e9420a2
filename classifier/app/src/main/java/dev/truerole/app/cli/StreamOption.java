package dev.truerole.app.cli;

import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRows;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What standard input holds. */
final class StreamOption {

  private static final List<String> FORMATS =
      List.of("jsonl", "json", "csv", "tsv", "html", "txt", "md");

  @Option(
      names = "--stdin-format",
      paramLabel = "jsonl|csv|...",
      description =
          "What standard input holds: jsonl, json, csv, tsv, html, txt or md. Default: seen from"
              + " its start, which tables do not tell.")
  private @Nullable String format;

  /** The rows of a stream. */
  PostingRows open(PostingFiles files, InputStream in, String name) {
    if (format == null) {
      return files.openStream(in, name);
    }
    if (!FORMATS.contains(format)) {
      throw new UsageException(
          "--stdin-format is one of " + String.join(", ", FORMATS) + ", not '" + format + "'");
    }
    return files.openStream(in, name, "stdin." + format);
  }

  /** The format asked for. */
  String asked() {
    return String.valueOf(format);
  }
}

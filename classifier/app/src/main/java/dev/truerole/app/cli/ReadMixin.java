package dev.truerole.app.cli;

import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.file.ReadOptions;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How rows of CSV and JSONL are read. */
final class ReadMixin {

  private static final List<String> STREAMS =
      List.of("jsonl", "json", "csv", "tsv", "html", "txt", "md");

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      description =
          "Column or field of the posting's text. Default: description, text and the like.")
  private @Nullable String textColumn;

  @Option(
      names = "--title-column",
      paramLabel = "NAME",
      description = "Column or field of the title.")
  private @Nullable String titleColumn;

  @Option(names = "--id-column", paramLabel = "NAME", description = "Column or field of the id.")
  private @Nullable String idColumn;

  @Option(
      names = "--company-column",
      paramLabel = "NAME",
      description = "Column or field of the company.")
  private @Nullable String companyColumn;

  @Option(
      names = "--max-chars",
      paramLabel = "N",
      description = "Longer texts are refused with an error. Default: 500000.")
  private int maxChars = ReadOptions.defaults().maxChars();

  @Option(
      names = "--stdin-format",
      paramLabel = "jsonl|csv|...",
      description =
          "What standard input holds: jsonl, json, csv, tsv, html, txt or md. Default: seen from"
              + " its start, which tables do not tell.")
  private @Nullable String streamFormat;

  /** All of this as it was asked for, to be compared with another run. */
  String asked() {
    return String.join(
        "\n",
        String.valueOf(textColumn),
        String.valueOf(titleColumn),
        String.valueOf(idColumn),
        String.valueOf(companyColumn),
        String.valueOf(maxChars),
        String.valueOf(streamFormat));
  }

  /** The rows of a stream. */
  PostingRows open(PostingFiles files, InputStream in, String name) {
    if (streamFormat == null) {
      return files.openStream(in, name);
    }
    if (!STREAMS.contains(streamFormat)) {
      throw new UsageException(
          "--stdin-format is one of "
              + String.join(", ", STREAMS)
              + ", not '"
              + streamFormat
              + "'");
    }
    return files.openStream(in, name, "stdin." + streamFormat);
  }

  ReadOptions options() {
    if (maxChars < 1) {
      throw new UsageException("--max-chars must be at least 1, not " + maxChars);
    }
    return new ReadOptions(textColumn, titleColumn, idColumn, companyColumn, maxChars);
  }
}

package dev.truerole.app.cli;

import dev.truerole.scraper.file.ReadOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How rows of CSV and JSONL are read. */
final class ReadMixin {

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

  /** All of this as it was asked for, to be compared with another run. */
  String asked() {
    return String.valueOf(options());
  }

  ReadOptions options() {
    if (maxChars < 1) {
      throw new UsageException("--max-chars must be at least 1, not " + maxChars);
    }
    return new ReadOptions(textColumn, titleColumn, idColumn, companyColumn, maxChars);
  }
}

package dev.truerole.scraper.file;

import org.jspecify.annotations.Nullable;

/**
 * How rows are read. A named column or JSON field replaces the usual names and has to be there.
 *
 * @param textColumn where the posting's text stands
 * @param titleColumn where its title stands
 * @param idColumn where its id stands
 * @param companyColumn where its employer stands
 * @param maxChars the longest text accepted, in UTF-16 units
 */
public record ReadOptions(
    @Nullable String textColumn,
    @Nullable String titleColumn,
    @Nullable String idColumn,
    @Nullable String companyColumn,
    int maxChars) {

  /** Enough for any posting; longer texts are whole sites, logs or mistakes. */
  private static final int DEFAULT_MAX_CHARS = 500_000;

  /**
   * @throws IllegalArgumentException if {@code maxChars} is not positive
   */
  public ReadOptions {
    if (maxChars < 1) {
      throw new IllegalArgumentException("maxChars is " + maxChars + ", not positive");
    }
  }

  /** The usual names and at most 500,000 characters of text. */
  public static ReadOptions defaults() {
    return new ReadOptions(null, null, null, null, DEFAULT_MAX_CHARS);
  }
}

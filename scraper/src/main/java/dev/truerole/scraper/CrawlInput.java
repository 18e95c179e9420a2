package dev.truerole.scraper;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something to be read.
 *
 * @param url an address; of a saved page the one it is from, or that of the file
 * @param file the saved page; null for what is to be fetched
 */
public record CrawlInput(URI url, @Nullable Path file) {

  /** An address to fetch. */
  public static CrawlInput of(URI url) {
    return new CrawlInput(url, null);
  }

  /** A saved page that says itself where it is from. */
  public static CrawlInput saved(Path file) {
    return new CrawlInput(file.toUri(), file);
  }
}

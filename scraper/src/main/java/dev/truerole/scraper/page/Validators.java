package dev.truerole.scraper.page;

import org.jspecify.annotations.Nullable;

/**
 * What a server said of a page's version, to ask later whether there is a newer one.
 *
 * @param etag the {@code ETag} header as it came
 * @param lastModified the {@code Last-Modified} header as it came
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

  /** For a page that was never read. */
  public static final Validators NONE = new Validators(null, null);
}

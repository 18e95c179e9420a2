package dev.truerole.scraper.page;

import org.jspecify.annotations.Nullable;

/**
 * A page's HTML and where it came from.
 *
 * @param source a URL or a path, as a reader would name it
 * @param html the decoded text, without a byte order mark
 */
public record Page(String source, String html) {

  /**
   * Decodes a page.
   *
   * @param httpCharset the charset its sender stated, if any
   * @see TextDecoder#decode
   */
  public static Page of(String source, byte[] bytes, @Nullable String httpCharset) {
    return new Page(source, TextDecoder.decode(bytes, httpCharset, true));
  }
}

package dev.truerole.scraper.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;

/** How JSON is read here: strictly, and within bounds. */
final class Json {

  private static final int MAX_DEPTH = 200;
  private static final int MIN_STRING_CHARS = 20_000_000;

  /** Markup around a text may be several times as long as the text. */
  private static final long MARKUP_FACTOR = 4;

  private Json() {}

  /**
   * @param maxChars the longest text accepted
   */
  static JsonFactory factory(int maxChars) {
    long longest = Math.max(MIN_STRING_CHARS, MARKUP_FACTOR * maxChars);
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength((int) Math.min(Integer.MAX_VALUE, longest))
            .build();
    return JsonFactory.builder().streamReadConstraints(bounds).build();
  }
}

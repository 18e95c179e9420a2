package dev.truerole.scraper.posting;

/**
 * The id a posting came with, or a made one (a path, or path and line number). It keeps its JSON
 * type, so that a caller who sent the number 12 finds the number 12 again.
 *
 * @param text a string's characters, or the JSON literal of anything else, such as {@code 12}
 * @param literal whether {@code text} is a JSON literal rather than a string
 */
public record PostingId(String text, boolean literal) {

  /** A string id. */
  public static PostingId of(String text) {
    return new PostingId(text, false);
  }

  /** An id that is no JSON string: the literal goes out as it came in. */
  public static PostingId ofLiteral(String json) {
    return new PostingId(json, true);
  }
}

package dev.truerole.scraper.posting;

/**
 * A piece of a posting's text that the eye sees as one: half-open UTF-16 offsets into the text of
 * its {@link PostingBody}, without markers such as bullets or {@code #}.
 */
public record Block(Kind kind, int start, int end) {

  /** What the block is to the eye. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM
  }

  /**
   * @throws IllegalArgumentException if the block is empty or starts before 0
   */
  public Block {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("block [" + start + ", " + end + ") is empty or negative");
    }
  }
}

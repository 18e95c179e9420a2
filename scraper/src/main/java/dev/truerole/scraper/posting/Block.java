package dev.truerole.scraper.posting;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a posting's text that the eye sees as one: half-open UTF-16 offsets into the text of
 * its {@link PostingBody}, without markers such as bullets or {@code #}.
 *
 * @param part what the source declares the block to belong to; null if it declares nothing
 * @param boilerplate whether most postings of the same board repeat it
 */
public record Block(Kind kind, int start, int end, @Nullable Part part, boolean boilerplate) {

  /** What the block is to the eye. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    LIST_ITEM
  }

  /** A section that a board keeps in a field of its own. */
  public enum Part {
    COMPANY,
    RESPONSIBILITIES,
    REQUIREMENTS,
    BENEFITS,
    OTHER
  }

  /**
   * @throws IllegalArgumentException if the block is empty or starts before 0
   */
  public Block {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("block [" + start + ", " + end + ") is empty or negative");
    }
  }

  /** A block of which only its looks are known. */
  public Block(Kind kind, int start, int end) {
    this(kind, start, end, null, false);
  }

  /** The same block, marked as repeated over its board. */
  public Block asBoilerplate() {
    return new Block(kind, start, end, part, true);
  }
}

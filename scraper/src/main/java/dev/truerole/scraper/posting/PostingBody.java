package dev.truerole.scraper.posting;

import java.util.List;

/**
 * The text of a posting and its blocks, in order and without overlap.
 *
 * @param text the one text that all offsets of this product refer to
 * @param blocks headings, paragraphs and list items, ascending
 * @param composed whether the text was rendered by us (from HTML, say) rather than given as it is;
 *     an answer then has to carry it, since offsets mean nothing without it
 */
public record PostingBody(String text, List<Block> blocks, boolean composed) {

  /**
   * @throws IllegalArgumentException if blocks overlap, are out of order or leave the text
   */
  public PostingBody {
    blocks = List.copyOf(blocks);
    int from = 0;
    for (Block block : blocks) {
      if (block.start() < from || block.end() > text.length()) {
        throw new IllegalArgumentException(block + " overlaps or leaves the text");
      }
      from = block.end();
    }
  }

  /** Finds the blocks of plain text or Markdown; the text itself stays as it is. */
  public static PostingBody ofPlainText(String text) {
    return new PostingBody(text, PlainTextBlocks.read(text), false);
  }

  /** A text we rendered, with its blocks. */
  public static PostingBody composed(String text, List<Block> blocks) {
    return new PostingBody(text, blocks, true);
  }

  /** The same text without its first block, which is the title and no part of what is read. */
  public PostingBody withoutFirstBlock() {
    return new PostingBody(text, blocks.subList(1, blocks.size()), composed);
  }

  /** The words of one of its blocks. */
  public String slice(Block block) {
    return text.substring(block.start(), block.end());
  }
}

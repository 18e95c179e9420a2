package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;

/**
 * A line of a page as the eye sees it, clean and never empty.
 *
 * @param kind what the elements around it make it
 * @param bold whether all its letters are bold
 * @param group lines that only {@code <br>} separates share a group
 */
record Line(Block.Kind kind, String text, boolean bold, int group) {

  boolean is(Block.Kind other) {
    return kind == other;
  }

  /** Whether it is a table row of several cells. */
  boolean isRow() {
    return text.indexOf('\t') >= 0;
  }

  Line plain() {
    return new Line(kind, text, false, group);
  }
}

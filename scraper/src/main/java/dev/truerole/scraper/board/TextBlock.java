package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;

/** A block's words before they have a place in the text. */
record TextBlock(Block.Kind kind, String text) {

  boolean is(Block.Kind other) {
    return kind == other;
  }
}

package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import org.jspecify.annotations.Nullable;

/**
 * A block's words before they have a place in the text.
 *
 * @param part what the source declares them to belong to, if anything
 */
record TextBlock(Block.Kind kind, String text, Block.@Nullable Part part) {

  TextBlock(Block.Kind kind, String text) {
    this(kind, text, null);
  }

  boolean is(Block.Kind other) {
    return kind == other;
  }

  TextBlock in(Block.@Nullable Part declared) {
    return declared == null ? this : new TextBlock(kind, text, declared);
  }
}

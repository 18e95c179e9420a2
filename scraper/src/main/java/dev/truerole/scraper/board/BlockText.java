package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import dev.truerole.scraper.posting.PostingBody;
import java.util.ArrayList;
import java.util.List;

/** Writes blocks one below the other into the one text their offsets refer to. */
final class BlockText {

  /** Stands before list items, outside the block. */
  private static final String BULLET = "- ";

  private BlockText() {}

  static PostingBody compose(List<TextBlock> blocks) {
    StringBuilder text = new StringBuilder();
    List<Block> placed = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      text.append(i == 0 ? "" : separator(blocks.get(i - 1), block));
      text.append(block.is(Block.Kind.LIST_ITEM) ? BULLET : "");
      int start = text.length();
      text.append(block.text());
      placed.add(new Block(block.kind(), start, text.length(), block.part(), false));
    }
    return PostingBody.composed(text.toString(), placed);
  }

  private static String separator(TextBlock before, TextBlock after) {
    boolean heading = before.is(Block.Kind.HEADING) || after.is(Block.Kind.HEADING);
    return heading ? "\n\n" : "\n";
  }
}

package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import java.util.List;
import java.util.regex.Pattern;

/** Knows which short lines work as headings although no heading element says so. */
final class PseudoHeadings {

  private static final int MAX_CHARS = 100;
  private static final int MAX_WORDS = 12;

  /** A line that is not even bold has to be shorter. */
  private static final int MAX_PLAIN_WORDS = 7;

  /** Facts and exclamations introduce nothing. */
  private static final Pattern FACT = Pattern.compile("\\d|: |!$");

  private PseudoHeadings() {}

  /** Whether an emphasised line is short enough and no sentence. */
  static boolean mayBe(String line) {
    return isShort(line, MAX_WORDS) && ".,;".indexOf(line.charAt(line.length() - 1)) < 0;
  }

  /** Whether a heading element was only used for its large letters. */
  static boolean isSentence(String line) {
    return line.endsWith(".") && !isShort(line, MAX_WORDS);
  }

  /** Makes headings of short paragraphs that stand right before a list. */
  static void markBeforeLists(List<TextBlock> blocks) {
    for (int i = 0; i + 1 < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      if (block.is(Block.Kind.PARAGRAPH)
          && blocks.get(i + 1).is(Block.Kind.LIST_ITEM)
          && introduces(block.text())) {
        blocks.set(i, new TextBlock(Block.Kind.HEADING, block.text()));
      }
    }
  }

  private static boolean introduces(String line) {
    boolean colon = line.endsWith(":") && isShort(line, MAX_WORDS);
    boolean words = isShort(line, MAX_PLAIN_WORDS) && mayBe(line) && !FACT.matcher(line).find();
    return line.indexOf('\t') < 0 && (colon || words);
  }

  private static boolean isShort(String line, int maxWords) {
    return line.length() <= MAX_CHARS && line.split("\\s+").length <= maxWords;
  }
}

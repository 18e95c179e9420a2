package dev.truerole.scraper.board;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Reads the text of an element only as far as it is short, however much is inside. */
final class ShortText implements NodeFilter {

  private final StringBuilder text = new StringBuilder();

  /** More nodes than this without words are no text. */
  private static final int MAX_NODES = 1_000;

  private final int maxChars;
  private final boolean oneLine;
  private int nodes;

  private ShortText(int maxChars, boolean oneLine) {
    this.maxChars = maxChars;
    this.oneLine = oneLine;
  }

  /** The clean text, or an empty string if it is longer than {@code maxChars}. */
  static String of(Element element, int maxChars) {
    return new ShortText(maxChars, false).read(element);
  }

  /** As {@link #of}, but without what follows the first block element after some text. */
  static String firstLine(Element element, int maxChars) {
    return new ShortText(maxChars, true).read(element);
  }

  private String read(Element element) {
    traverse(element);
    String clean = CleanText.of(text.toString());
    return clean.length() > maxChars ? "" : clean;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.text());
    } else if (BlockTags.contains(node.normalName()) || node.nameIs("br")) {
      if (oneLine && !node.nameIs("br") && !text.toString().isBlank()) {
        return FilterResult.STOP;
      }
      text.append(' ');
    }
    return text.length() > 2 * maxChars || ++nodes > MAX_NODES
        ? FilterResult.STOP
        : FilterResult.CONTINUE;
  }
}

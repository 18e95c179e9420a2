package dev.truerole.scraper.board;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Reads the text of an element only as far as it is short, however much is inside. */
final class ShortText implements NodeFilter {

  private final StringBuilder text = new StringBuilder();
  private final int maxChars;

  private ShortText(int maxChars) {
    this.maxChars = maxChars;
  }

  /** The clean text, or an empty string if it is longer than {@code maxChars}. */
  static String of(Element element, int maxChars) {
    ShortText reader = new ShortText(maxChars);
    reader.traverse(element);
    String clean = CleanText.of(reader.text.toString());
    return clean.length() > maxChars ? "" : clean;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.text());
    } else if (BlockTags.contains(node.normalName()) || node.nameIs("br")) {
      text.append(' ');
    }
    return text.length() > 2 * maxChars ? FilterResult.STOP : FilterResult.CONTINUE;
  }
}

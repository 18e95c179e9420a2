package dev.truerole.scraper.board;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/** Looks for elements inside of another one, but not without end: pages may be hostile. */
final class TagSearch implements NodeFilter {

  /** No banner, dialog or page header has more nodes; what has more is the page itself. */
  private static final int MAX_NODES = 3_000;

  private final Set<String> tags;
  private boolean found;
  private int nodes;

  private TagSearch(Set<String> tags) {
    this.tags = tags;
  }

  /** Whether the element holds one of the tags, or so much that it may be taken to. */
  static boolean finds(Element element, Set<String> tags) {
    TagSearch search = new TagSearch(tags);
    search.traverse(element);
    return search.found || search.nodes > MAX_NODES;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    nodes++;
    found = tags.contains(node.normalName());
    return found || nodes > MAX_NODES ? FilterResult.STOP : FilterResult.CONTINUE;
  }
}

package dev.truerole.scraper.board;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/** Looks for elements inside of another one, but not without end: pages may be hostile. */
final class TagSearch implements NodeFilter {

  private final Set<String> tags;
  private final int maxNodes;
  private boolean found;
  private int nodes;

  /**
   * @param tags what is looked for
   * @param maxNodes how many nodes are looked at
   */
  TagSearch(Set<String> tags, int maxNodes) {
    this.tags = tags;
    this.maxNodes = maxNodes;
  }

  /** Whether the element is or holds one of the tags, or so much that it may be taken to. */
  boolean finds(Element element) {
    traverse(element);
    return found || nodes > maxNodes;
  }

  /** How many nodes were looked at. */
  int nodes() {
    return nodes;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    nodes++;
    found = node instanceof Element && tags.contains(node.normalName());
    return found || nodes > maxNodes ? FilterResult.STOP : FilterResult.CONTINUE;
  }
}

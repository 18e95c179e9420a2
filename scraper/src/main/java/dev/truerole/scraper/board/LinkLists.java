package dev.truerole.scraper.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Finds lists of nothing but links in a page: menus, other jobs, ways to share. */
final class LinkLists implements NodeFilter {

  private static final Set<String> LISTS = Set.of("ul", "ol", "menu");
  private static final int MIN_ITEMS = 3;
  private static final double LINK_SHARE = 0.8;

  private final Deque<Count> open = new ArrayDeque<>();
  private final List<Element> found = new ArrayList<>();
  private int links;

  /** Letters inside of a list, and those of them inside of links. */
  private static final class Count {
    private long all;
    private long linked;
  }

  private LinkLists() {}

  static List<Element> find(Document page) {
    LinkLists search = new LinkLists();
    search.traverse(page);
    return search.found;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      count(text);
    } else if (node.nameIs("a")) {
      links++;
    } else if (LISTS.contains(node.normalName())) {
      open.push(new Count());
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node.nameIs("a")) {
      links--;
    } else if (node instanceof Element list && LISTS.contains(list.normalName())) {
      close(list, open.pop());
    }
    return FilterResult.CONTINUE;
  }

  private void count(TextNode text) {
    Count count = open.peek();
    if (count != null) {
      int letters = text.text().strip().length();
      count.all += letters;
      count.linked += links > 0 ? letters : 0;
    }
  }

  private void close(Element list, Count count) {
    if (list.childrenSize() >= MIN_ITEMS && count.linked > LINK_SHARE * count.all) {
      found.add(list);
    }
    Count outer = open.peek();
    if (outer != null) {
      outer.all += count.all;
      outer.linked += count.linked;
    }
  }
}

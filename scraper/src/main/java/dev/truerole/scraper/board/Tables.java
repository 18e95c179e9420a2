package dev.truerole.scraper.board;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Tells rows of data from tables that only lay out a page. */
final class Tables {

  private static final Set<String> CELLS = Set.of("td", "th");

  /** What no cell of data holds. */
  private static final Evaluator LAYOUT =
      Selector.evaluatorOf(
          "ul, ol, dl, table, h1, h2, h3, h4, h5, h6, br, pre, p + p, div + div, p + div");

  private Tables() {}

  static boolean isCell(String tag) {
    return CELLS.contains(tag);
  }

  /** Whether the row has several cells with nothing but words in them. */
  static boolean isDataRow(Element row) {
    long cells = row.children().stream().filter(e -> isCell(e.normalName())).count();
    return cells > 1 && row.selectFirst(LAYOUT) == null;
  }
}

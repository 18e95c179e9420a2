package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Walks a tree of elements and cuts it into the lines a browser would show.
 *
 * <p>The walk itself is Jsoup's, which does not recurse: no page is too deep.
 */
final class LineWalker implements NodeFilter {

  private final LineBuffer buffer = new LineBuffer();
  private final List<OpenItem> items = new ArrayList<>();
  private int headings;
  private int itemsAtHeading;
  private int terms;
  private int bolds;
  private int preformatted;
  private boolean inRow;

  /** A list item we are inside of; after a heading its lines are no longer items. */
  private static final class OpenItem {
    private boolean heading;
  }

  private final HiddenParts hidden;
  private final Definitions definitions = new Definitions();

  private LineWalker(HiddenParts hidden) {
    this.hidden = hidden;
  }

  static List<Line> lines(Element root, HiddenParts hidden) {
    LineWalker walker = new LineWalker(hidden);
    walker.traverse(root);
    return walker.buffer.finish(Block.Kind.PARAGRAPH);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element) {
      cut(element, true);
      if (hidden.contains(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      enter(element, 1);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      cut(element, false);
      enter(element, -1);
    }
    return FilterResult.CONTINUE;
  }

  private void append(String text) {
    if (preformatted == 0) {
      buffer.append(text.replace('\t', ' '), bolds > 0);
      return;
    }
    String[] lines = text.replace('\t', ' ').split("\r\n?|\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        buffer.breakLine(kind());
      }
      buffer.append(lines[i], bolds > 0);
    }
  }

  /** Keeps count of the elements around us that decide what a line is: in with 1, out with -1. */
  private void enter(Element element, int step) {
    switch (element.normalName()) {
      case "li" -> enterItem(step);
      case "dd" -> enterItem(Definitions.isListed(element) ? step : 0);
      case "dt" -> terms += definitions.isFact(element) ? 0 : step;
      case "h1", "h2", "h3", "h4", "h5", "h6", "summary" -> enterHeading(step);
      case "tr" -> inRow = step > 0 && Tables.isDataRow(element);
      case "pre" -> preformatted += step;
      default -> bolds += Emphasis.isBold(element) ? step : 0;
    }
  }

  private void enterItem(int step) {
    if (step > 0) {
      items.add(new OpenItem());
    } else if (step < 0) {
      items.remove(items.size() - 1);
    }
  }

  private void enterHeading(int step) {
    headings += step;
    itemsAtHeading = items.size();
    if (!items.isEmpty()) {
      items.get(items.size() - 1).heading = true;
    }
  }

  /** Ends the line where an element begins or ends, if it is one that does. */
  private void cut(Element element, boolean opening) {
    String tag = element.normalName();
    if (inRow && !tag.equals("tr")) {
      buffer.append(Tables.isCell(tag) ? "\t" : BlockTags.contains(tag) ? " " : "", false);
    } else if (tag.equals("br")) {
      cutAtBreak(opening);
    } else if (definitions.isJoint(element, opening)) {
      buffer.append(opening || buffer.endsWith(':') ? " " : ": ", false);
    } else if (BlockTags.contains(tag)) {
      buffer.breakGroup(kind());
    }
  }

  private void cutAtBreak(boolean opening) {
    if (headings > 0) {
      buffer.append(" ", false);
    } else if (opening) {
      buffer.breakLine(kind());
    }
  }

  private Block.Kind kind() {
    if (terms > 0 || (headings > 0 && items.size() <= itemsAtHeading)) {
      return Block.Kind.HEADING;
    }
    boolean item = !items.isEmpty() && !items.get(items.size() - 1).heading;
    return item ? Block.Kind.LIST_ITEM : Block.Kind.PARAGRAPH;
  }
}

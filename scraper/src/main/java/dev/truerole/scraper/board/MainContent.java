package dev.truerole.scraper.board;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Finds the part of a page that holds the posting: the container whose words, list items and
 * telling headings outweigh its links and scraps by most.
 *
 * <p>Unlike article extractors it values short list items, which are the core of a posting.
 */
final class MainContent implements NodeFilter {

  private static final Set<String> CONTAINERS =
      Set.of("body", "main", "article", "section", "div", "td", "form", "center");

  /** What headings of postings speak of, in the languages boards use most. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)require|qualif|responsib|benefit|skills|about (?:the|this) (?:role|job|position)"
              + "|what you|who you|your (?:role|profile|tasks|mission)|we offer|duties"
              + "|nice to have|aufgaben|profil|anforderung|wir bieten|kenntnisse"
              + "|missions?\\b|compétences|funciones|requisitos|ofrecemos");

  private static final Pattern HINT =
      Pattern.compile(
          "(?i)job-?_?(?:desc|content|detail|body|ad\\b)|posting|vacancy|stellen|description");

  /** Text shorter than this outside lists and headings is a label or a crumb. */
  private static final int SCRAP_CHARS = 25;

  private static final int MAX_HEADING_CHARS = 60;

  /** No page has more headings and bold words; those behind them tell nothing. */
  private static final int MAX_HEADINGS = 2_000;

  private static final double SCRAP_COST = 5;
  private static final double ITEM_WORTH = 20;
  private static final double TELLING_WORTH = 150;
  private static final double HINT_FACTOR = 1.1;

  /** A container has to be worth this much more than its best part. */
  private static final double GAIN = 1.02;

  private final Deque<Double> worths = new ArrayDeque<>();
  private Element best;
  private double bestWorth;
  private int links;
  private int keepers;
  private int headings;

  private final HiddenParts hidden;

  private MainContent(Element body, HiddenParts hidden) {
    this.best = body;
    this.hidden = hidden;
  }

  /** The blocks of the part that holds the posting, or of the whole page if none stands out. */
  static List<TextBlock> blocks(Document page, HiddenParts hidden) {
    HiddenParts left = hidden.and(LinkLists.find(page));
    MainContent search = new MainContent(page.body(), left);
    search.worths.push(0.0);
    search.traverse(page.body());
    return HtmlBlocks.blocks(search.best, left);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      add(worth(text));
    } else if (node instanceof Element element) {
      if (hidden.contains(element)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      enter(element, 1);
      worths.push(0.0);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      enter(element, -1);
      double worth = worths.pop() + ownWorth(element);
      consider(element, worth);
      add(worth);
    }
    return FilterResult.CONTINUE;
  }

  private void enter(Element element, int step) {
    switch (element.normalName()) {
      case "a" -> links += step;
      case "li", "p", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6" -> keepers += step;
      default -> {}
    }
  }

  private void add(double worth) {
    worths.push(worths.pop() + worth);
  }

  private double worth(TextNode node) {
    int length = node.text().strip().length();
    if (links > 0) {
      return -length;
    }
    boolean scrap = length < SCRAP_CHARS && keepers == 0;
    return length == 0 ? 0 : scrap ? -SCRAP_COST : length;
  }

  private double ownWorth(Element element) {
    return switch (element.normalName()) {
      case "li" -> links == 0 ? ITEM_WORTH : 0;
      case "h1", "h2", "h3", "h4", "h5", "h6", "strong", "b" -> headingWorth(element);
      default -> 0;
    };
  }

  private double headingWorth(Element element) {
    if (++headings > MAX_HEADINGS) {
      return 0;
    }
    String text = ShortText.of(element, MAX_HEADING_CHARS);
    return TELLING.matcher(text).find() ? TELLING_WORTH : 0;
  }

  /** Custom elements, which have a hyphen in their names, may hold anything. */
  private static boolean isContainer(String tag) {
    return CONTAINERS.contains(tag) || tag.indexOf('-') > 0;
  }

  private void consider(Element element, double worth) {
    if (!isContainer(element.normalName())) {
      return;
    }
    boolean hinted =
        PartNames.find(HINT, element) || element.attr("itemprop").equals("description");
    double weighed = hinted ? worth * HINT_FACTOR : worth;
    if (weighed > bestWorth * GAIN) {
      best = element;
      bestWorth = weighed;
    }
  }
}

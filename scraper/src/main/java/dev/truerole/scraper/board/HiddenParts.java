package dev.truerole.scraper.board;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** Knows the elements that a reader of the posting does not see or does not read. */
final class HiddenParts {

  private static final Set<String> TAGS =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "canvas",
          "iframe",
          "object",
          "embed",
          "audio",
          "video",
          "map",
          "head",
          "title",
          "frameset",
          "noframes",
          "dialog",
          "nav",
          "footer",
          "aside",
          "input",
          "select",
          "option",
          "optgroup",
          "datalist",
          "textarea",
          "button",
          "label",
          "legend",
          "progress",
          "meter");

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "contentinfo",
          "search",
          "dialog",
          "alertdialog",
          "menu",
          "menubar",
          "toolbar");

  /** Class names and ids of what surrounds a posting. */
  private static final Pattern NOISE =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:cookies?|consent|gdpr|onetrust|cookiebot|usercentrics|breadcrumbs?"
              + "|newsletter|share-?buttons?|social-?share)(?:[\\s_-]|$)|cookie-?(?:banner|notice|bar)"
              + "|(?:related|similar|recommended|other|more)[-_]?"
              + "(?:jobs?|positions?|vacanc|openings?|roles?|postings?)");

  private static final Pattern INVISIBLE =
      Pattern.compile("(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  /** Saved pages often hide or mark as noise the element that holds everything. */
  private static final Set<String> CONTENT = Set.of("main", "article", "h1");

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> MENU = Set.of("nav");

  /** No banner, dialog or page header has more nodes; what has more is the page itself. */
  private static final int MAX_NODES = 3_000;

  /** Looked through on a page in all, for elements around elements. */
  private static final int MAX_NODES_OF_PAGE = 500_000;

  private final Set<Element> elements = Collections.newSetFromMap(new IdentityHashMap<>());
  private int looked;

  private HiddenParts() {}

  /** Those at and below an element. */
  static HiddenParts of(Element root) {
    HiddenParts parts = new HiddenParts();
    NodeFilter search = (node, depth) -> parts.look(node);
    search.traverse(root);
    return parts;
  }

  private NodeFilter.FilterResult look(Node node) {
    if (node instanceof Element element && isHidden(element)) {
      elements.add(element);
      return NodeFilter.FilterResult.SKIP_ENTIRELY;
    }
    return NodeFilter.FilterResult.CONTINUE;
  }

  /** These and others. */
  HiddenParts and(Collection<Element> others) {
    HiddenParts both = new HiddenParts();
    both.elements.addAll(elements);
    both.elements.addAll(others);
    return both;
  }

  /** Whether an element is one of them; what is below them is not asked for. */
  boolean contains(Element element) {
    return elements.contains(element);
  }

  private boolean isHidden(Element element) {
    String tag = element.normalName();
    return switch (tag) {
      case "html", "body", "main", "article" -> false;
      case "button" -> !isHeading(element.parent());
      case "header" -> isPageHeader(element);
      default -> TAGS.contains(tag) || isMarked(element);
    };
  }

  /** An accordion's heading holds its words in a button. */
  private static boolean isHeading(@Nullable Element element) {
    return element != null && HEADINGS.contains(element.normalName());
  }

  private boolean isPageHeader(Element header) {
    Element parent = header.parent();
    boolean outermost = parent != null && parent.normalName().equals("body");
    return outermost || holds(header, MENU) || isMarked(header);
  }

  private boolean isMarked(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    return element.hasAttr("hidden")
        || (element.hasAttr("style") && INVISIBLE.matcher(element.attr("style")).find())
        || (isMarkedAsNoise(element) && !holds(element, CONTENT));
  }

  private boolean holds(Element element, Set<String> tags) {
    TagSearch search = new TagSearch(tags, Math.min(MAX_NODES, MAX_NODES_OF_PAGE - looked));
    boolean found = search.finds(element);
    looked += search.nodes();
    return found;
  }

  private static boolean isMarkedAsNoise(Element element) {
    return element.attr("aria-hidden").equalsIgnoreCase("true")
        || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
        || PartNames.find(NOISE, element);
  }
}

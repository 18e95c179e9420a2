package dev.truerole.scraper.board;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
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

  private static final Set<String> MENU = Set.of("nav");

  private HiddenParts() {}

  static boolean contains(Element element) {
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
    return element != null && element.normalName().matches("h[1-6]");
  }

  private static boolean isPageHeader(Element header) {
    Element parent = header.parent();
    boolean outermost = parent != null && parent.normalName().equals("body");
    return outermost || TagSearch.finds(header, MENU) || isMarked(header);
  }

  private static boolean isMarked(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    return element.hasAttr("hidden")
        || INVISIBLE.matcher(element.attr("style")).find()
        || (isMarkedAsNoise(element) && !TagSearch.finds(element, CONTENT));
  }

  private static boolean isMarkedAsNoise(Element element) {
    return element.attr("aria-hidden").equalsIgnoreCase("true")
        || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
        || NOISE.matcher(element.className()).find()
        || NOISE.matcher(element.id()).find();
  }
}

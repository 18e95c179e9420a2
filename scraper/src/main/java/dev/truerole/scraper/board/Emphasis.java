package dev.truerole.scraper.board;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Knows what is set in bold or underlined, as headings are by those who have no headings. */
final class Emphasis {

  private static final Pattern BOLD_STYLE =
      Pattern.compile("(?i)font-weight\\s*:\\s*(?:bold|[6-9]00)");

  private Emphasis() {}

  static boolean isBold(Element element) {
    return switch (element.normalName()) {
      case "b", "strong", "u" -> true;
      default -> element.hasAttr("style") && BOLD_STYLE.matcher(element.attr("style")).find();
    };
  }
}

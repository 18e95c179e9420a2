package dev.truerole.scraper.board;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What the author of a page calls a part of it: its class names and its id. */
final class PartNames {

  private PartNames() {}

  /** Whether a pattern is found in one of them. */
  static boolean find(Pattern pattern, Element element) {
    return element.attributesSize() > 0
        && (finds(pattern, element.attr("class")) || finds(pattern, element.id()));
  }

  private static boolean finds(Pattern pattern, String name) {
    return !name.isEmpty() && pattern.matcher(name).find();
  }
}

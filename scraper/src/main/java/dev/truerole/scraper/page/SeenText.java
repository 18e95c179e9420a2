package dev.truerole.scraper.page;

import java.util.List;

/** The words of a page that are not markup, found in one pass and without a parser. */
final class SeenText {

  private static final List<String> UNSEEN = List.of("script", "style", "template", "svg");

  private SeenText() {}

  /**
   * @param html in lower case
   */
  static String of(String html) {
    StringBuilder seen = new StringBuilder();
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      seen.append(html, at, tag < 0 ? html.length() : tag).append(' ');
      at = tag < 0 ? html.length() : end(html, tag);
    }
    return seen.toString().replaceAll("\\s+", " ").strip();
  }

  private static int end(String html, int tag) {
    for (String name : UNSEEN) {
      if (html.startsWith(name, tag + 1)) {
        return after(html, "</" + name, tag);
      }
    }
    return html.startsWith("!--", tag + 1) ? after(html, "-->", tag) : after(html, ">", tag);
  }

  private static int after(String html, String text, int from) {
    int at = html.indexOf(text, from);
    return at < 0 ? html.length() : at + text.length();
  }
}

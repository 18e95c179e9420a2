package dev.truerole.scraper.board;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Parses HTML in time linear in its length, whatever it is made of; no text is lost. */
final class HtmlTree {

  /** Deeper elements are read as children of this depth; no page for people nests so. */
  private static final int MAX_DEPTH = 256;

  /** Some 25 times those of a long page; what has more is read as one line of words. */
  private static final int MAX_TAGS = 150_000;

  private static final List<String> UNSEEN = List.of("script", "style", "template", "svg");

  /** The parser copies a tag's name again and again while it grows. */
  private static final int MAX_NAME_CHARS = 1_000;

  private HtmlTree() {}

  static Document parse(String html) {
    Parser parser = Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    String clear = tags(html) > MAX_TAGS ? words(html) : withoutEndlessNames(html);
    Document document = Jsoup.parse(clear, "", parser);
    document.outputSettings().prettyPrint(false);
    return document;
  }

  private static int tags(String html) {
    int tags = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      tags++;
    }
    return tags;
  }

  /** What stands between the tags. */
  private static String words(String html) {
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      int end = tag < 0 ? html.length() : tag;
      words.append(html, at, end).append(end > at ? " " : "");
      at = tag < 0 ? end : after(html, tag);
    }
    return words.toString();
  }

  private static int after(String html, int tag) {
    for (String name : UNSEEN) {
      if (html.regionMatches(true, tag + 1, name, 0, name.length())) {
        return after(html, ">", after(html, "</" + name, tag));
      }
    }
    return after(html, html.startsWith("<!--", tag) ? "-->" : ">", tag);
  }

  private static int after(String html, String mark, int from) {
    int at = html.indexOf(mark, from);
    return at < 0 ? html.length() : at + mark.length();
  }

  /** Makes text of what would be a tag with a name of thousands of letters. */
  private static String withoutEndlessNames(String html) {
    StringBuilder clear = new StringBuilder();
    int kept = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      int end = at + 1;
      while (end < html.length() && isOfName(html.charAt(end))) {
        end++;
      }
      if (end - at > MAX_NAME_CHARS) {
        clear.append(html, kept, at).append(html.substring(at, end).replace("<", "&lt;"));
        kept = end;
      }
      at = end - 1;
    }
    return kept == 0 ? html : clear.append(html, kept, html.length()).toString();
  }

  private static boolean isOfName(char c) {
    return c > ' ' && c != '>' && c != '/';
  }
}

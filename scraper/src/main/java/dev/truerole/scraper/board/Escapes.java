package dev.truerole.scraper.board;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Undoes escaping that feeds and JSON-LD add to HTML, once, twice or more. */
final class Escapes {

  private static final String BLOCK_TAGS =
      "p|br|ul|ol|li|div|h[1-6]|table|tr|td|th|dl|dt|dd|section|article|blockquote|pre|hr"
          + "|body|html|main";
  private static final String TAG_NAME =
      "\\s*/?(?:" + BLOCK_TAGS + "|strong|b|em|i|u|span|a)(?=[\\s/>&]|$)";

  private static final Pattern ESCAPED_TAG = pattern("&(?:amp;){0,5}+lt;" + TAG_NAME);
  private static final Pattern TAG = pattern("<" + TAG_NAME);
  private static final Set<String> BLOCK_NAMES =
      Set.of(BLOCK_TAGS.replace("h[1-6]", "h1|h2|h3|h4|h5|h6").split("\\|"));

  /** No name of the set is longer. */
  private static final int MAX_NAME = 12;

  private static final Pattern ESCAPED_BREAK =
      pattern("(?:&(?:amp;){0,5}+#(?:x0*d|0*13);)?&(?:amp;){0,5}+#(?:x0*a|0*10);");
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n?|\n|\u2028");

  /** One escaped tag may be what the text is about; a pair is markup. */
  private static final int MIN_ESCAPED_TAGS = 2;

  private static final int MAX_ROUNDS = 5;

  private Escapes() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** Unescapes for as long as the text holds more escaped tags than tags. */
  static String unescapeTags(String html) {
    String clear = html;
    for (int round = 0; round < MAX_ROUNDS && looksEscaped(clear); round++) {
      clear = Parser.unescapeEntities(clear, false);
    }
    return clear;
  }

  /** Makes line breaks of the text visible to an HTML parser, if it has no block elements. */
  static String withLineBreaks(String html) {
    String text = html.indexOf('&') < 0 ? html : ESCAPED_BREAK.matcher(html).replaceAll("\n");
    return hasBlockTags(text) ? text : LINE_BREAK.matcher(text).replaceAll("<br>");
  }

  /** Whether there is a block element at all. */
  static boolean hasBlockTags(String html) {
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      if (isBlockTag(html, at + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlockTag(String html, int afterBracket) {
    int from = afterBracket;
    while (from < html.length() && Character.isWhitespace(html.charAt(from))) {
      from++;
    }
    from += html.startsWith("/", from) ? 1 : 0;
    int to = from;
    while (to < html.length() && to - from < MAX_NAME && isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    boolean ends = to == html.length() || " \t\n\f\r\u000B/>".indexOf(html.charAt(to)) >= 0;
    return ends && BLOCK_NAMES.contains(html.substring(from, to).toLowerCase(Locale.ROOT));
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean looksEscaped(String html) {
    if (html.indexOf('&') < 0) {
      return false;
    }
    long escaped = ESCAPED_TAG.matcher(html).results().count();
    return escaped >= MIN_ESCAPED_TAGS && escaped > TAG.matcher(html).results().count();
  }
}

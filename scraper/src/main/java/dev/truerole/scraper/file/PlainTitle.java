package dev.truerole.scraper.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the title that plain text starts with, if it clearly does. */
final class PlainTitle {

  private static final int MAX_WORDS = 12;
  private static final int MAX_CHARS = 150;
  private static final Pattern MARKDOWN = Pattern.compile("#\\s+(\\S.*?)\\s*#*");
  private static final Pattern BOLD = Pattern.compile("\\*\\*(.+)\\*\\*|__(.+)__");

  private PlainTitle() {}

  /**
   * The first line, if it is a Markdown heading of the first level, or if it is short, is no
   * sentence, list item or label, and a blank line sets it apart from text below; a line with
   * company and place may stand between.
   */
  static Optional<String> find(String text) {
    List<String> lines = text.lines().dropWhile(String::isBlank).limit(4).toList();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String first = lines.get(0).strip();
    if (first.length() > MAX_CHARS) {
      return Optional.empty();
    }
    Matcher markdown = MARKDOWN.matcher(first);
    if (markdown.matches()) {
      return Optional.of(markdown.group(1));
    }
    return isApart(lines) && mayBe(first) ? Optional.of(withoutStars(first)) : Optional.empty();
  }

  /** A blank line follows, or one more such line (company, place) and then a blank one. */
  private static boolean isApart(List<String> lines) {
    if (lines.size() > 2 && lines.get(1).isBlank()) {
      return true;
    }
    return lines.size() > 3 && lines.get(2).isBlank() && mayBe(lines.get(1).strip());
  }

  private static boolean mayBe(String line) {
    return line.split("\\s+").length <= MAX_WORDS
        && ".:;,".indexOf(line.charAt(line.length() - 1)) < 0
        && !line.matches("(?:[-*+•>]|#+|\\d+[.)])\\s.*");
  }

  private static String withoutStars(String line) {
    Matcher bold = BOLD.matcher(line);
    return bold.matches() ? line.substring(2, line.length() - 2).strip() : line;
  }
}

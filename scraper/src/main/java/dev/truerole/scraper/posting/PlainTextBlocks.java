package dev.truerole.scraper.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds headings, paragraphs and list items in plain text and Markdown, by lines and bullets. */
final class PlainTextBlocks {

  /** The last four are what Word's symbol fonts leave behind. */
  private static final String STRONG_BULLETS = "•●▪◦○■□➢➤►▶✓✔✦❖∙‣⁃\uF0B7\uF0A7\uF0D8\uF0FC";

  /** Emoji that people write before items, and not before headings. */
  private static final String EMOJI_BULLET =
      "(?:[\u2705\u2611\u27A1]|\uD83D[\uDC49\uDD39\uDD38])\uFE0F?\\s*";

  /** A marker at the start of a line other than a bullet, like a number with a stop. */
  private static final Pattern MARKER =
      Pattern.compile(
          "^(?:" + EMOJI_BULLET + "|[*+\\-–—»>§o]\\s+|\\(?\\d{1,2}[.)]\\s+|[a-z]\\)\\s+)");

  /** Weaker separators, taken for bullets only in long lines and before a capital. */
  private static final String INLINE_DASHES = "-–*";

  private static final Pattern MARKDOWN_HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
  private static final Pattern BOLD_LINE =
      Pattern.compile("^(?:\\*\\*|__)([^*_](?:(?!\\*\\*|__).)*)(?:\\*\\*|__)\\s*(:?)$");
  private static final String LINE_ENDS = "\n\r\u000B\f\u0085\u2028\u2029";
  private static final int MAX_HEADING_CHARS = 80;

  /** A marked heading may be longer; the patterns are not for whole texts on one line. */
  private static final int MAX_MARKED_CHARS = 2 * MAX_HEADING_CHARS;

  private static final int MAX_HEADING_WORDS = 9;

  /** Lines at least this long that stop in mid-sentence were wrapped by an editor. */
  private static final int MIN_WRAPPED_CHARS = 50;

  private static final int MIN_INLINE_BULLETS = 2;
  private static final int MIN_INLINE_DASHES = 4;
  private static final int LONG_LINE = 400;

  private final String text;
  private final boolean bulleted;
  private final List<Line> lines = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  private record Line(int start, int end, boolean afterBlank, boolean bullet) {}

  private PlainTextBlocks(String text) {
    this.text = text;
    this.bulleted = holdsBullet(text);
  }

  private static boolean holdsBullet(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isBullet(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBullet(char c) {
    return c > '~' && (c == '·' || STRONG_BULLETS.indexOf(c) >= 0);
  }

  static List<Block> read(String text) {
    PlainTextBlocks reader = new PlainTextBlocks(text);
    reader.findLines();
    for (int i = 0; i < reader.lines.size(); i++) {
      i = reader.readLine(i);
    }
    return reader.blocks;
  }

  private void findLines() {
    int previousEnd = -1;
    int lineEnd = 0;
    for (int lineStart = 0; lineStart < text.length(); lineStart = lineEnd + 1) {
      lineEnd = lineEnd(lineStart);
      int start = skipBlank(lineStart, lineEnd);
      int end = trimEnd(start, lineEnd);
      if (start < end) {
        boolean afterBlank = previousEnd < 0 || breaksBetween(previousEnd, start) > 1;
        lines.add(new Line(start, end, afterBlank, afterMarker(start, end) > start));
        previousEnd = end;
      }
    }
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < text.length() && !isLineEnd(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isLineEnd(char c) {
    return (c < ' ' || c > '~') && LINE_ENDS.indexOf(c) >= 0;
  }

  /** Reads the line at {@code index} and those wrapped onto it; gives the last index read. */
  private int readLine(int index) {
    Line line = lines.get(index);
    if (addHeading(index, line) || addInlineList(line)) {
      return index;
    }
    int last = index;
    while (last + 1 < lines.size() && isWrapped(lines.get(last), lines.get(last + 1))) {
      last++;
    }
    int end = lines.get(last).end();
    if (line.bullet()) {
      add(Block.Kind.LIST_ITEM, afterMarker(line.start(), end), end);
    } else {
      add(Block.Kind.PARAGRAPH, line.start(), end);
    }
    return last;
  }

  private boolean addHeading(int index, Line line) {
    if (line.end() - line.start() > MAX_MARKED_CHARS) {
      return false;
    }
    String words = text.substring(line.start(), line.end());
    if ("#*_".indexOf(words.charAt(0)) >= 0) {
      Matcher markdown = MARKDOWN_HEADING.matcher(words);
      Matcher bold = BOLD_LINE.matcher(words);
      Matcher marked = markdown.matches() ? markdown : bold.matches() ? bold : null;
      if (marked != null) {
        return add(
            Block.Kind.HEADING, line.start() + marked.start(1), line.start() + marked.end(1));
      }
    }
    return !line.bullet()
        && looksLikeHeading(index, line, words)
        && add(Block.Kind.HEADING, line.start(), line.end());
  }

  private boolean looksLikeHeading(int index, Line line, String words) {
    if (words.length() > MAX_HEADING_CHARS || gaps(words) >= MAX_HEADING_WORDS) {
      return false;
    }
    char last = words.charAt(words.length() - 1);
    if (last == ':') {
      return true;
    }
    if (".,;".indexOf(last) >= 0 || !Character.isLetter(words.codePointAt(0))) {
      return false;
    }
    boolean shouted =
        words.chars().filter(Character::isUpperCase).count() >= 4
            && words.chars().noneMatch(Character::isLowerCase);
    boolean beforeList =
        index + 1 < lines.size() && lines.get(index + 1).bullet() && line.afterBlank();
    return shouted || beforeList;
  }

  private static int gaps(String words) {
    int gaps = 0;
    for (int i = 1; i < words.length(); i++) {
      gaps += isSpace(words.charAt(i)) && !isSpace(words.charAt(i - 1)) ? 1 : 0;
    }
    return gaps;
  }

  /** A line that holds several bullets was a list before its breaks were lost. */
  private boolean addInlineList(Line line) {
    List<Integer> cuts = bulleted ? cuts(line, this::afterInlineBullet) : List.of();
    if (cuts.size() < 2 * MIN_INLINE_BULLETS) {
      cuts = line.end() - line.start() < LONG_LINE ? List.of() : cuts(line, this::afterInlineDash);
      if (cuts.size() < 2 * MIN_INLINE_DASHES) {
        return false;
      }
    }
    int before = trimEnd(line.start(), cuts.get(0));
    if (before > line.start()) {
      add(Block.Kind.PARAGRAPH, line.start(), before);
    }
    for (int i = 1; i < cuts.size(); i += 2) {
      int end = i + 1 < cuts.size() ? cuts.get(i + 1) : line.end();
      int start = skipBlank(cuts.get(i), end);
      add(Block.Kind.LIST_ITEM, start, trimEnd(start, end));
    }
    return true;
  }

  /** Finds a separator: where it ends, or no more than {@code at} where none starts. */
  private interface Separator {
    int end(int at, int lineEnd);
  }

  /** Start and end of each separator in the line, one after the other. */
  private static List<Integer> cuts(Line line, Separator separator) {
    List<Integer> cuts = new ArrayList<>();
    int i = line.start();
    while (i < line.end()) {
      int end = separator.end(i, line.end());
      if (end > i) {
        cuts.add(i);
        cuts.add(end);
      }
      i = Math.max(end, i + 1);
    }
    return cuts;
  }

  /** Bullets inside a line that lost its breaks; a middle dot is one with space around it. */
  private int afterInlineBullet(int at, int lineEnd) {
    char c = text.charAt(at);
    if (c > '~' && STRONG_BULLETS.indexOf(c) >= 0) {
      return at + 1;
    }
    boolean dot =
        at + 2 < lineEnd
            && text.charAt(at + 1) == '·'
            && isSpace(c)
            && isSpace(text.charAt(at + 2));
    return dot ? at + 3 : at;
  }

  private int afterInlineDash(int at, int lineEnd) {
    boolean dash =
        at + 2 < lineEnd
            && isSpace(text.charAt(at))
            && INLINE_DASHES.indexOf(text.charAt(at + 1)) >= 0
            && isSpace(text.charAt(at + 2));
    if (!dash) {
      return at;
    }
    int next = skipSpace(at + 2, lineEnd);
    return next < lineEnd && isCapital(text.codePointAt(next)) ? next : at;
  }

  private int skipSpace(int from, int to) {
    int i = from;
    while (i < to && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isCapital(int codePoint) {
    return Character.getType(codePoint) == Character.UPPERCASE_LETTER;
  }

  /** White space as regular expressions take it. */
  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private boolean isWrapped(Line line, Line next) {
    if (next.afterBlank() || next.bullet() || line.end() - line.start() < MIN_WRAPPED_CHARS) {
      return false;
    }
    char last = text.charAt(line.end() - 1);
    boolean open = Character.isLetterOrDigit(last) || last == ',' || last == '-' || last == '/';
    return open && Character.isLowerCase(text.codePointAt(next.start()));
  }

  private int afterMarker(int start, int end) {
    if (!mayOpenMarker(start, end)) {
      return start;
    }
    if (isBullet(text.charAt(start))) {
      return skipSpace(start + 1, end);
    }
    Matcher marker = MARKER.matcher(text).region(start, end);
    return marker.lookingAt() ? marker.end() : start;
  }

  /**
   * A cheap look before the pattern is tried: no word but "o" and letters like "a)" is a marker.
   */
  private boolean mayOpenMarker(int start, int end) {
    char first = text.charAt(start);
    boolean small = first >= 'a' && first <= 'z';
    boolean letter = small || (first >= 'A' && first <= 'Z');
    return !letter || first == 'o' || (small && start + 1 < end && text.charAt(start + 1) == ')');
  }

  private boolean add(Block.Kind kind, int start, int end) {
    if (start < end) {
      blocks.add(new Block(kind, start, end));
    }
    return true;
  }

  private int breaksBetween(int from, int to) {
    int breaks = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean secondOfPair = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
      if ((c == '\n' && !secondOfPair) || c == '\r' || c == '\u2028' || c == '\u2029') {
        breaks++;
      }
    }
    return breaks;
  }

  private int skipBlank(int from, int to) {
    int i = from;
    while (i < to && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int trimEnd(int from, int to) {
    int i = to;
    while (i > from && isBlank(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200B'
        || c == '\uFEFF'
        || Character.isISOControl(c);
  }
}

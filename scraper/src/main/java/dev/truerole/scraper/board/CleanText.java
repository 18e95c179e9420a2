package dev.truerole.scraper.board;

import java.text.Normalizer;
import org.jsoup.parser.Parser;

/** Text as a person would type it: single spaces, nothing invisible, NFC. */
final class CleanText {

  private CleanText() {}

  /**
   * Collapses white space to single blanks, drops soft hyphens, zero-width and control characters,
   * resolves entities that were escaped twice, and normalises to NFC. Tabs between words stay.
   */
  static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    String words = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    for (int i = 0; i < words.length(); i++) {
      append(clean, words.charAt(i));
    }
    int end = clean.length();
    while (end > 0 && clean.charAt(end - 1) <= ' ') {
      end--;
    }
    String line = clean.substring(0, end);
    return isSimple(line) ? line : Normalizer.normalize(line, Normalizer.Form.NFC);
  }

  /** Whether all characters come before those that combine with others. */
  private static boolean isSimple(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u0300') {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder clean, char c) {
    if (isInvisible(c)) {
      return;
    }
    boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
    if (!space) {
      clean.append(c);
    } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) > ' ') {
      clean.append(c == '\t' ? '\t' : ' ');
    } else if (c == '\t' && !clean.isEmpty()) {
      clean.setCharAt(clean.length() - 1, '\t');
    }
  }

  /** Soft hyphen, zero-width space, word joiner, byte order mark and control characters. */
  private static boolean isInvisible(char c) {
    return c == '\u00AD'
        || c == '\u200B'
        || c == '\u2060'
        || c == '\uFEFF'
        || (Character.isISOControl(c) && !Character.isWhitespace(c) && c != '\u0085');
  }
}

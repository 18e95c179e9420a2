package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.Block;
import java.util.ArrayList;
import java.util.List;

/** Gathers the letters of a line until something ends it. */
final class LineBuffer {

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder letters = new StringBuilder();
  private boolean anyBold;
  private boolean anyThin;
  private int group;

  void append(String text, boolean bold) {
    letters.append(text);
    if (!(bold ? anyBold : anyThin) && hasWord(text)) {
      anyBold |= bold;
      anyThin |= !bold;
    }
  }

  boolean endsWith(char c) {
    int last = letters.length() - 1;
    while (last >= 0 && Character.isWhitespace(letters.charAt(last))) {
      last--;
    }
    return last >= 0 && letters.charAt(last) == c;
  }

  /** Ends the line; a second break in a row ends its group. */
  void breakLine(Block.Kind kind) {
    if (!flush(kind)) {
      group++;
    }
  }

  /** Ends the line and its group. */
  void breakGroup(Block.Kind kind) {
    flush(kind);
    group++;
  }

  List<Line> finish(Block.Kind kind) {
    breakGroup(kind);
    return lines;
  }

  /** Whether there was anything on the line; lines without a letter or digit are decoration. */
  private boolean flush(Block.Kind kind) {
    if (letters.isEmpty()) {
      return false;
    }
    String text = CleanText.of(letters.toString());
    if (hasWord(text)) {
      lines.add(new Line(kind, text, anyBold && !anyThin, group));
    }
    letters.setLength(0);
    anyBold = false;
    anyThin = false;
    return !text.isEmpty();
  }

  private static boolean hasWord(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        return true;
      }
    }
    return false;
  }
}

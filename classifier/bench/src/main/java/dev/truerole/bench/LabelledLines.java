package dev.truerole.bench;

import java.util.List;

/** Tokenised postings as fastText reads them: {@code __label__role token token …}, one a line. */
final class LabelledLines {

  private static final String MARK = "__label__";

  private LabelledLines() {}

  /** A line without a label, its tokens parted by blanks. */
  static String plain(List<String> tokens) {
    return String.join(" ", tokens);
  }

  /** A line with its label. */
  static String labelled(String label, List<String> tokens) {
    return MARK + label + " " + plain(tokens);
  }

  /** The label of a line that has one. */
  static String label(String line) {
    if (!line.startsWith(MARK)) {
      throw new IllegalArgumentException("a line to learn from starts with " + MARK);
    }
    return line.substring(MARK.length(), line.indexOf(' '));
  }

  /** The tokens of a line, its label left out. */
  static String[] tokens(String line) {
    String tokens = line.startsWith(MARK) ? line.substring(line.indexOf(' ') + 1) : line;
    return tokens.split(" ");
  }
}

package dev.truerole.classifier.feature;

import dev.truerole.classifier.text.RoleNames;
import dev.truerole.classifier.text.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a segment as a model sees them: lower-case words and pairs of neighbours, numbers as
 * {@code #}, role names blanked out, and marks for the section and kind of the segment.
 */
final class SegmentFeatures {

  private static final String ROLE_NAME = "[role]";
  private static final String NUMBER = "#";
  private static final String PAIR = " ";

  private SegmentFeatures() {}

  /** All features of a segment; words repeat as often as they stand there. */
  static List<String> of(Segment segment) {
    List<String> features = new ArrayList<>(2 * segment.tokens().size() + 2);
    features.add("[" + segment.section().name().toLowerCase(Locale.ROOT) + "]");
    features.add("[" + segment.kind().name().toLowerCase(Locale.ROOT) + "]");
    String previous = "";
    int i = 0;
    while (i < segment.tokens().size()) {
      int nameEnd = RoleNames.end(segment, i);
      String word = nameEnd > i ? ROLE_NAME : word(segment.tokens().get(i).normal());
      if (!word.isEmpty()) {
        features.add(word);
        if (!previous.isEmpty()) {
          features.add(previous + PAIR + word);
        }
        previous = word;
      } else if (!joins(segment.tokens().get(i).normal())) {
        previous = "";
      }
      i = Math.max(i + 1, nameEnd);
    }
    return features;
  }

  /** A token as a feature, empty for punctuation. */
  private static String word(String normal) {
    char first = normal.charAt(0);
    return Character.isLetter(first) ? normal : Character.isDigit(first) ? NUMBER : "";
  }

  /** Punctuation that does not part two words of one expression. */
  private static boolean joins(String normal) {
    return normal.equals("-") || normal.equals("/") || normal.equals("'") || normal.equals("&");
  }
}

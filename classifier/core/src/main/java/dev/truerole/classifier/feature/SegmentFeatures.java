package dev.truerole.classifier.feature;

import dev.truerole.classifier.text.RoleNames;
import dev.truerole.classifier.text.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a segment as a model sees them: lower-case words and pairs of neighbours, numbers as
 * {@code #}, role names blanked out. Pairs of two function words are left out.
 */
final class SegmentFeatures {

  private static final String ROLE_NAME = "[role]";
  private static final String NUMBER = "#";
  static final String PAIR = " ";

  /** A pair of two of these says nothing that its words do not. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "the", "a", "an", "and", "or", "of", "to", "in", "for", "with", "on", "as", "is", "are",
          "be", "at", "by", "from", "that", "this", "our", "we", "you", "your", "will", "it", "its",
          "their", "other", "all", "any", "can", "has", "have", "not", "but", "if", "they", "who");

  private SegmentFeatures() {}

  /** Hears the words of a segment in order, and its pairs of neighbours. */
  interface Reader {

    /** A word. */
    void word(String word);

    /** Two words that stand together, both heard before, {@code second} just now. */
    void pair(String first, String second);
  }

  /** All features of a segment; words repeat as often as they stand there. */
  static List<String> of(Segment segment) {
    List<String> features = new ArrayList<>(2 * segment.tokens().size() + 2);
    read(
        segment,
        new Reader() {
          @Override
          public void word(String word) {
            features.add(word);
          }

          @Override
          public void pair(String first, String second) {
            if (!bothFunctionWords(first, second)) {
              features.add(first + PAIR + second);
            }
          }
        });
    return features;
  }

  /** Reads a segment out, pairs of function words too. */
  static void read(Segment segment, Reader reader) {
    String previous = "";
    int i = 0;
    while (i < segment.tokens().size()) {
      int nameEnd = RoleNames.end(segment, i);
      String word = nameEnd > i ? ROLE_NAME : word(segment.tokens().get(i).normal());
      if (!word.isEmpty()) {
        reader.word(word);
        if (!previous.isEmpty()) {
          reader.pair(previous, word);
        }
        previous = word;
      } else if (!joins(segment.tokens().get(i).normal())) {
        previous = "";
      }
      i = Math.max(i + 1, nameEnd);
    }
  }

  private static boolean bothFunctionWords(String first, String second) {
    return FUNCTION_WORDS.contains(first) && FUNCTION_WORDS.contains(second);
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

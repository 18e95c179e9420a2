package dev.truerole.classifier.feature;

import dev.truerole.classifier.text.RoleNames;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a segment as a model sees them: lower-case words and pairs of neighbours, numbers as
 * {@code #}, role names blanked out. Pairs of two function words are left out.
 */
final class SegmentFeatures {

  private static final Word ROLE_NAME = Word.of("[role]");
  private static final Word NUMBER = Word.of("#");
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
    void word(Word word);

    /** Two words that stand together, both heard before, {@code second} just now. */
    void pair(Word first, Word second);
  }

  /** All features of a segment; words repeat as often as they stand there. */
  static List<String> of(Segment segment) {
    List<String> features = new ArrayList<>(2 * segment.tokens().size() + 2);
    read(
        segment,
        new Reader() {
          @Override
          public void word(Word word) {
            features.add(word.form());
          }

          @Override
          public void pair(Word first, Word second) {
            if (!bothFunctionWords(first.form(), second.form())) {
              features.add(first + PAIR + second);
            }
          }
        });
    return features;
  }

  /** Reads a segment out, pairs of function words too. */
  static void read(Segment segment, Reader reader) {
    @Nullable Word previous = null;
    int i = 0;
    while (i < segment.tokens().size()) {
      int nameEnd = RoleNames.end(segment, i);
      Word word = nameEnd > i ? ROLE_NAME : word(segment.tokens().get(i).word());
      if (word != null) {
        reader.word(word);
        if (previous != null) {
          reader.pair(previous, word);
        }
        previous = word;
      } else if (!joins(segment.tokens().get(i).normal())) {
        previous = null;
      }
      i = Math.max(i + 1, nameEnd);
    }
  }

  private static boolean bothFunctionWords(String first, String second) {
    return FUNCTION_WORDS.contains(first) && FUNCTION_WORDS.contains(second);
  }

  /** A token as a feature, null for punctuation. */
  private static @Nullable Word word(Word word) {
    char first = word.first();
    return Character.isLetter(first) ? word : Character.isDigit(first) ? NUMBER : null;
  }

  /** Punctuation that does not part two words of one expression. */
  private static boolean joins(String normal) {
    return normal.equals("-") || normal.equals("/") || normal.equals("'") || normal.equals("&");
  }
}

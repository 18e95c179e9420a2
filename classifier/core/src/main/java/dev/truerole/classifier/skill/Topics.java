package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.WordMemo;
import java.util.List;

/**
 * What the words of a segment could be about, seen with one look at each: most segments state none
 * of it, and need no closer reading.
 */
final class Topics {

  static final int YEARS = 1;
  static final int DEGREE = 1 << 1;
  static final int RANK = 1 << 2;
  static final int WORKPLACE = 1 << 3;
  static final int NUMBER = 1 << 4;

  private static final WordMemo OF_WORD = new WordMemo(Topics::ofWord);

  private Topics() {}

  /** The topics that any of the tokens may open, as bits. */
  static int of(List<Token> tokens) {
    int topics = 0;
    for (int i = 0; i < tokens.size(); i++) {
      topics |= OF_WORD.of(tokens.get(i).word());
    }
    return topics;
  }

  private static int ofWord(String word) {
    char first = word.charAt(0);
    return bit(YEARS, YearCount.isUnit(word))
        | bit(DEGREE, Degrees.mayOpen(word))
        | bit(RANK, Ranks.mayOpen(word))
        | bit(WORKPLACE, Workplaces.mayOpen(word))
        | bit(NUMBER, first >= '0' && first <= '9');
  }

  private static int bit(int topic, boolean set) {
    return set ? topic : 0;
  }
}

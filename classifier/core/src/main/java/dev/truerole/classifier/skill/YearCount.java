package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A number of years as it stands in a segment: "3 - 5+ years", "at least two years".
 *
 * @param least the number, of a range its lower end
 * @param from the index of the number's first token
 * @param unit the index of the word "years"
 */
record YearCount(int least, int from, int unit) {

  /** More is the age of a company, not what anybody asks of a person. */
  static final int MAX_YEARS = 40;

  private static final Set<String> UNITS = Words.of("year", "years", "yr", "yrs");

  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8,
          "nine", 9, "ten", 10);

  /** What may stand inside "3 - 5+ years" and "five (5) or more years". */
  private static final Set<String> IN_NUMBER =
      Words.of("+", "-", "to", "(", ")", "or", "more", "plus", "full", ")+");

  /** The counts of a segment, ascending; "up to five years" asks for none. */
  static List<YearCount> in(List<Token> tokens) {
    List<YearCount> counts = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      if (UNITS.contains(tokens.get(i).normal())) {
        YearCount count = before(tokens, i);
        if (count.least > 0 && count.least <= MAX_YEARS && !isUpTo(tokens, count.from)) {
          counts.add(count);
        }
      }
    }
    return counts;
  }

  /** Whether a word counts years. */
  static boolean isUnit(String word) {
    return UNITS.contains(word);
  }

  private static YearCount before(List<Token> tokens, int unit) {
    int least = 0;
    int first = unit;
    for (int i = unit - 1; i >= 0; i--) {
      int number = number(tokens.get(i).normal());
      if (number == 0 && !IN_NUMBER.contains(tokens.get(i).normal())) {
        break;
      }
      if (number > 0) {
        least = number;
        first = i;
      }
    }
    return new YearCount(least, first, unit);
  }

  private static boolean isUpTo(List<Token> tokens, int first) {
    return first > 1
        && tokens.get(first - 1).normal().equals("to")
        && tokens.get(first - 2).normal().equals("up");
  }

  private static int number(String word) {
    boolean digits = word.length() <= 2 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(word) : NUMBERS.getOrDefault(word, 0);
  }
}

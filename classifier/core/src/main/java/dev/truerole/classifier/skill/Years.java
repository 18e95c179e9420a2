package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The years asked of the skills of a segment: "5+ years of Python and SQL" governs both, "Python (3
 * years)" the one before it. Of a range, the lower end counts.
 */
final class Years {

  /** More is the age of a company, not what anybody asks of a person. */
  static final int MAX_YEARS = 40;

  private static final Set<String> UNITS = Set.of("year", "years", "yr", "yrs");

  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8,
          "nine", 9, "ten", 10);

  /** What may stand inside "3 - 5+ years" and "five (5) or more years". */
  private static final Set<String> IN_NUMBER =
      Set.of("+", "-", "to", "(", ")", "or", "more", "plus", "full", ")+");

  /** Where "years" stop governing: a new clause, a role ("as a"), another number. */
  private static final Set<String> STOPS =
      Set.of(";", ":", ",", ".", "!", "(", ")", "as", "but", "including", "preferred", "required");

  /** What may stand between two skills under the same years. */
  private static final Set<String> CHAIN =
      Set.of(
          ",", "/", "and", "or", "&", "(", ")", "such", "as", "like", "in", "with", "using", "both",
          "either", "e", "g", ".");

  /** What may stand between a skill and its years behind it. */
  private static final Set<String> LINK =
      Set.of(
          "(",
          ":",
          "-",
          ",",
          "for",
          "at",
          "least",
          "minimum",
          "over",
          "more",
          "than",
          "with",
          "of",
          "a",
          "experience",
          "min",
          "~",
          ">");

  private static final int REACH = 14;

  private final List<Token> tokens;
  private final List<Match> matches;
  private final Map<Match, Integer> years = new HashMap<>();

  private Years(List<Token> tokens, List<Match> matches) {
    this.tokens = tokens;
    this.matches = matches;
  }

  /** The years of each match that any are asked of. */
  static Map<Match, Integer> of(List<Token> tokens, List<Match> matches) {
    Years years = new Years(tokens, matches);
    for (int i = 1; i < tokens.size(); i++) {
      if (UNITS.contains(tokens.get(i).normal())) {
        years.bind(i);
      }
    }
    return years.years;
  }

  private void bind(int unit) {
    int least = 0;
    int first = unit;
    for (int i = unit - 1; i >= 0 && (number(i) > 0 || IN_NUMBER.contains(word(i))); i--) {
      if (number(i) > 0) {
        least = number(i);
        first = i;
      }
    }
    boolean upTo = first > 1 && word(first - 1).equals("to") && word(first - 2).equals("up");
    if (least > 0 && least <= MAX_YEARS && !upTo && !bindForward(unit + 1, least)) {
      bindBackward(first - 1, least);
    }
  }

  private boolean bindForward(int from, int least) {
    int reach = from;
    while (reach < Math.min(tokens.size(), from + REACH) && !isStop(reach)) {
      reach++;
    }
    boolean bound = false;
    int at = from;
    for (Match match : matches) {
      if (match.from() < from) {
        continue;
      }
      if (bound ? !isChain(at, match.from()) : match.from() >= reach) {
        break;
      }
      years.merge(match, least, Math::min);
      bound = true;
      at = Math.max(at, match.to());
    }
    return bound;
  }

  private void bindBackward(int from, int least) {
    int end = from;
    boolean comma = false;
    while (end >= 0 && LINK.contains(word(end))) {
      comma |= word(end).equals(",");
      end--;
    }
    for (Match match : matches) {
      // "SQL, 3 years" speaks of SQL; "statistics, SQL, 3 years of experience" is a list.
      boolean listed = comma && match.from() > 0 && word(match.from() - 1).equals(",");
      if (match.to() == end + 1 && end < from && !listed) {
        years.merge(match, least, Math::min);
      }
    }
  }

  private boolean isStop(int i) {
    boolean newWish = word(i).equals("and") && i + 1 < tokens.size() && Clauses.isWish(word(i + 1));
    return STOPS.contains(word(i)) || newWish;
  }

  private boolean isChain(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!CHAIN.contains(word(i))) {
        return false;
      }
    }
    return true;
  }

  private String word(int i) {
    return tokens.get(i).normal();
  }

  private int number(int i) {
    String word = word(i);
    boolean digits = word.length() <= 2 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Integer.parseInt(word) : NUMBERS.getOrDefault(word, 0);
  }
}

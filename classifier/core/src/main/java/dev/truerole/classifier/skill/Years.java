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
    YearCount.in(tokens).forEach(years::bind);
    return years.years;
  }

  private void bind(YearCount count) {
    if (!bindForward(count.unit() + 1, count.least())) {
      bindBackward(count.from() - 1, count.least());
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
}

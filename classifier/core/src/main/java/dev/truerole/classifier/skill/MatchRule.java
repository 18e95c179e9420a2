package dev.truerole.classifier.skill;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must stand around a match for it to count, read from the taxonomy's {@code rule} column. All
 * parts must hold; an empty part always does.
 *
 * @param exactCase whether the match must have the case of the name or alias
 * @param next tokens one of which must follow
 * @param notNext tokens that must not follow
 * @param previous tokens one of which must stand before
 * @param notPrevious tokens that must not stand before
 * @param with words, {@code @skill} or {@code @list}, one of which the segment must hold
 */
record MatchRule(
    boolean exactCase,
    Set<String> next,
    Set<String> notNext,
    Set<String> previous,
    Set<String> notPrevious,
    Set<String> with) {

  private static final Set<String> NAMES = Set.of("case", "next", "next!", "prev", "prev!", "with");

  /** Words are separated by commas; a comma in a word's place is the comma itself. */
  private static final Pattern WORD = Pattern.compile("(,|[^,]+)(?:,|$)");

  /** Any other skill that the segment names without a {@code with} of its own. */
  static final String ANY_SKILL = "@skill";

  /** A list separator right beside the match. */
  static final String IN_LIST = "@list";

  /**
   * Reads clauses joined by semicolons, such as {@code case; next!=-,&; with=@skill,programming}.
   *
   * @throws IllegalArgumentException naming the clause that it cannot read
   */
  static MatchRule parse(String rule) {
    Map<String, Set<String>> clauses = new HashMap<>();
    for (String clause : rule.isBlank() ? List.<String>of() : List.of(rule.strip().split("; "))) {
      int equals = clause.indexOf('=');
      String name = equals < 0 ? clause : clause.substring(0, equals);
      if (!NAMES.contains(name) || name.equals("case") != equals < 0) {
        throw new IllegalArgumentException("unknown rule clause '" + clause + "'");
      }
      Set<String> words = equals < 0 ? Set.of() : words(clause.substring(equals + 1));
      if (clauses.put(name, words) != null) {
        throw new IllegalArgumentException("rule clause '" + name + "' stands twice");
      }
    }
    return new MatchRule(
        clauses.containsKey("case"),
        clauses.getOrDefault("next", Set.of()),
        clauses.getOrDefault("next!", Set.of()),
        clauses.getOrDefault("prev", Set.of()),
        clauses.getOrDefault("prev!", Set.of()),
        clauses.getOrDefault("with", Set.of()));
  }

  private static Set<String> words(String list) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(list);
    int read = 0;
    while (read < list.length() && word.find(read) && word.start() == read) {
      words.add(word.group(1));
      read = word.end();
    }
    String wrong = words.stream().filter(w -> !isWord(w)).findFirst().orElse(list.substring(read));
    if (words.isEmpty() || !wrong.isEmpty() || list.endsWith(" ")) {
      throw new IllegalArgumentException("rule words '" + list + "': '" + wrong + "' is no word");
    }
    return words;
  }

  private static boolean isWord(String word) {
    return word.equals(word.toLowerCase(Locale.ROOT)) && !word.contains(" ");
  }

  /** Whether the neighbours allow the match; "" stands for no neighbour. */
  boolean allows(String before, String after) {
    return (next.isEmpty() || next.contains(after))
        && !notNext.contains(after)
        && (previous.isEmpty() || previous.contains(before))
        && !notPrevious.contains(before);
  }
}

package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All names of all skills in one trie of words: one pass over a segment finds every name, whatever
 * their number. Thread-safe.
 */
final class SkillNames {

  /** Names this short occur inside codes and initials, so nothing may touch them. */
  private static final int SHORT = 2;

  private static final String TOUCHING = "&'+#@_*^$%";

  /**
   * A name in the trie.
   *
   * @param exact the one spelling that counts, null where case does not matter
   */
  private record Name(TaxonomyRow row, @Nullable String exact) {}

  private final WordTrie<Name> trie = new WordTrie<>();
  private final Map<String, List<Name>> byKey = new HashMap<>();

  SkillNames(SkillTaxonomy taxonomy) {
    Map<String, List<Name>> names = new HashMap<>();
    taxonomy.rows().forEach(row -> row.aliases().forEach(alias -> add(names, row, alias)));
    Set<String> given = new HashSet<>(names.keySet());
    for (TaxonomyRow row : taxonomy.rows()) {
      row.aliases().stream()
          .filter(alias -> hasPlural(row.skill(), alias))
          .filter(alias -> !given.contains(FoldedText.key(plural(alias).words())))
          .forEach(alias -> add(names, row, plural(alias)));
    }
    byKey.putAll(names);
    names.forEach(trie::put);
  }

  /** Whether a row goes by these words, in whatever case. */
  boolean holds(String words) {
    return byKey.containsKey(FoldedText.key(words));
  }

  /** The row that goes by these words in another case only, as "PIG" is Pig. */
  Optional<TaxonomyRow> inOtherCase(String words) {
    List<Name> same = byKey.getOrDefault(FoldedText.key(words), List.of());
    boolean judged =
        same.stream().anyMatch(name -> name.exact() == null || name.exact().equals(words));
    return judged ? Optional.empty() : same.stream().map(Name::row).findFirst();
  }

  /** Every name in the segment, overlaps included, in the order of their starts. */
  List<Match> find(Setting setting) {
    List<Match> matches = new ArrayList<>();
    trie.find(setting.tokens(), (names, from, to) -> add(matches, names, setting, from, to));
    return matches;
  }

  private static void add(
      List<Match> matches, List<Name> names, Setting setting, int from, int to) {
    List<Token> tokens = setting.tokens();
    int length = tokens.get(to - 1).end() - tokens.get(from).start();
    if (length <= SHORT && isTouched(setting.text(), tokens, from, to)) {
      return;
    }
    @Nullable String cased = null;
    for (Name name : names) {
      Match match = new Match(name.row(), from, to);
      if (name.exact() == null) {
        matches.add(match);
        return;
      }
      cased = cased == null ? FoldedText.cased(setting.text(), tokens.subList(from, to)) : cased;
      // Where nothing has a capital, a name in a list may do without.
      boolean small = setting.small() && SkillMatcher.isListed(match, tokens);
      if (small ? name.exact().equalsIgnoreCase(cased) : name.exact().equals(cased)) {
        matches.add(match);
        return;
      }
    }
  }

  private static boolean isTouched(String text, List<Token> tokens, int from, int to) {
    Token first = tokens.get(from);
    Token last = tokens.get(to - 1);
    return (from > 0
            && tokens.get(from - 1).end() == first.start()
            && touches(text.charAt(first.start() - 1), false))
        || (to < tokens.size()
            && tokens.get(to).start() == last.end()
            && touches(text.charAt(last.end()), true));
  }

  private static boolean touches(char c, boolean after) {
    boolean possessive = after && (c == '\'' || c == '\u2019');
    return Character.isLetterOrDigit(c)
        || (!possessive && (TOUCHING.indexOf(c) >= 0 || c == '\u2019'));
  }

  private static void add(Map<String, List<Name>> names, TaxonomyRow row, TaxonomyRow.Alias alias) {
    String exact = alias.exactCase() ? FoldedText.cased(alias.words()) : null;
    List<Name> same =
        names.computeIfAbsent(FoldedText.key(alias.words()), key -> new ArrayList<>());
    // Exact names are asked first: "ReAct" is not "React".
    same.add(exact == null ? same.size() : 0, new Name(row, exact));
  }

  private static TaxonomyRow.Alias plural(TaxonomyRow.Alias alias) {
    return new TaxonomyRow.Alias(Spelling.plural(alias.words()), alias.exactCase());
  }

  /** A single capitalised proper name has none: "excels" is not Excel, "sparks" not Spark. */
  private static boolean hasPlural(Skill skill, TaxonomyRow.Alias alias) {
    String words = alias.words();
    boolean proper =
        switch (skill.kind()) {
          case LANGUAGE, LIBRARY, TOOL, PLATFORM, DATABASE -> true;
          case FORMAT, METHOD, PRACTICE, SOFT -> false;
        };
    boolean oneWord = words.chars().allMatch(Character::isLetter);
    return !(proper && oneWord) && !Spelling.plural(words).equals(words);
  }
}

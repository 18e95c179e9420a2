package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that no list holds among names that one does: "Spark, Zylo and Airflow". What stands
 * between separators, looks like a product's name and has a known product beside it is taken for
 * one of the same kind.
 */
final class Unlisted {

  private static final Set<String> SEPARATORS = Words.of(",", "/", "and", "or", "&");

  /** What may close the last item of a list, or open the first. */
  private static final Set<String> ENDS =
      Words.of("", ")", "(", ".", ";", ":", ").", "),", "etc", ".)");

  private static final int MAX_TOKENS = 3;
  private static final int MIN_CHARS = 3;

  /** A name unlike any word: "PySyft", "H2O", "dbt2", "QLIK", yet not "Ph" or "II". */
  private static final Pattern ODD =
      Pattern.compile("\\p{Lu}?\\p{Ll}+\\p{Lu}[\\p{L}\\d]*|\\p{Lu}\\p{L}*\\d[\\p{L}\\d]*");

  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{Ll}{2,}");

  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}[\\p{Lu}\\d]{2,5}");

  private static final Pattern VERSION = Pattern.compile("\\d[\\d.]*");

  /** Capitalised words that stand in lists of skills without being names of any. */
  private static final Set<String> COMMON =
      Words.of(
          "ability",
          "advanced",
          "amazon",
          "analytics",
          "and",
          "apache",
          "american",
          "applied",
          "bachelor",
          "bachelors",
          "basic",
          "business",
          "chinese",
          "communication",
          "computer",
          "data",
          "degree",
          "design",
          "development",
          "economics",
          "engineering",
          "english",
          "etc",
          "europe",
          "excellent",
          "experience",
          "facebook",
          "familiarity",
          "finance",
          "google",
          "gpa",
          "inc",
          "french",
          "german",
          "good",
          "hands",
          "healthcare",
          "india",
          "iowa",
          "knowledge",
          "linkedin",
          "llc",
          "london",
          "machine",
          "management",
          "marketing",
          "master",
          "masters",
          "mathematics",
          "mba",
          "microsoft",
          "not",
          "the",
          "usa",
          "math",
          "must",
          "nice",
          "operations",
          "phd",
          "physics",
          "plus",
          "preferred",
          "problem",
          "proficiency",
          "programming",
          "research",
          "science",
          "sciences",
          "security",
          "skills",
          "software",
          "solid",
          "spanish",
          "statistics",
          "strong",
          "testing",
          "tools",
          "understanding",
          "web",
          "united",
          "work",
          "working",
          "york");

  private final SkillNames names;
  private final Setting setting;
  private final List<Match> known;
  private final PlainWords plainWords;
  private final List<Match> all;

  private Unlisted(Setting setting, List<Match> known, PlainWords plainWords, SkillNames names) {
    this.names = names;
    this.setting = setting;
    this.known = known;
    this.plainWords = plainWords;
    this.all = new ArrayList<>(known);
  }

  /**
   * The known names of a segment and the unlisted ones among them, ascending.
   *
   * @param plainWords the words that the posting writes in small letters
   */
  static List<Match> among(
      Setting setting, List<Match> known, PlainWords plainWords, SkillNames names) {
    if (setting.small() || known.isEmpty()) {
      return known;
    }
    return new Unlisted(setting, known, plainWords, names).add();
  }

  private List<Match> add() {
    int at = 0;
    for (int i = 0; i < setting.size(); i++) {
      while (at < known.size() && known.get(at).to() <= i) {
        at++;
      }
      boolean taken = at < known.size() && known.get(at).from() <= i;
      if (!taken && isBorder(i - 1)) {
        int limit = at < known.size() ? known.get(at).from() : setting.size();
        item(i, limit).ifPresent(all::add);
      }
    }
    all.sort((a, b) -> Integer.compare(a.from(), b.from()));
    return all;
  }

  private boolean isBorder(int token) {
    return token >= 0
        && (SEPARATORS.contains(setting.word(token)) || setting.word(token).equals("("));
  }

  /** The name that starts at a token and fills its place in the list. */
  private Optional<Match> item(int from, int limit) {
    int to = from;
    while (to < limit && to - from < MAX_TOKENS && isPart(to, from)) {
      to++;
    }
    boolean closed = SEPARATORS.contains(setting.word(to)) || ENDS.contains(setting.word(to));
    if (to == from || !closed || !isName(from, to)) {
      return Optional.empty();
    }
    Match neighbour = neighbour(from, to);
    if (neighbour == null || !isProduct(neighbour.skill().kind())) {
      return Optional.empty();
    }
    String name = setting.span(from, to).of(setting.text());
    if (names.holds(name)) {
      int end = to;
      return names.inOtherCase(name).map(row -> new Match(row, from, end));
    }
    return Optional.of(Match.unlisted(name, neighbour.skill().kind(), from, to));
  }

  private boolean isPart(int token, int from) {
    String word = setting.tokens().get(token).of(setting.text());
    return looksLikeName(word) || (token > from && VERSION.matcher(word).matches());
  }

  private static boolean looksLikeName(String word) {
    return ODD.matcher(word).matches()
        || CAPITALISED.matcher(word).matches()
        || CAPITALS.matcher(word).matches();
  }

  private boolean isName(int from, int to) {
    int chars = 0;
    boolean odd = false;
    for (int i = from; i < to; i++) {
      String word = setting.tokens().get(i).of(setting.text());
      String folded = word.toLowerCase(Locale.ROOT);
      if (COMMON.contains(folded)
          || (plainWords.contains(folded) && !ODD.matcher(word).matches())) {
        return false;
      }
      odd |= ODD.matcher(word).matches();
      chars += word.length();
    }
    return chars >= MIN_CHARS && (odd || to - from <= 2);
  }

  /** The known name right before or right behind, with nothing but a separator between. */
  private @Nullable Match neighbour(int from, int to) {
    Match before = null;
    Match after = null;
    for (Match match : all) {
      if (match.to() <= from && from - match.to() <= 2 && areSeparators(match.to(), from)) {
        before = match;
      }
      if (match.from() >= to && match.from() - to <= 2 && areSeparators(to, match.from())) {
        after = after == null ? match : after;
      }
    }
    return before == null ? after : before;
  }

  private boolean areSeparators(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!SEPARATORS.contains(setting.word(i))) {
        return false;
      }
    }
    return to > from;
  }

  private static boolean isProduct(Skill.Kind kind) {
    return switch (kind) {
      case LANGUAGE, LIBRARY, TOOL, PLATFORM, DATABASE -> true;
      case FORMAT, METHOD, PRACTICE, SOFT -> false;
    };
  }
}

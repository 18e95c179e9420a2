package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the skills that a segment names: every name, then the rules, then the longest. */
final class SkillMatcher {

  /** What stands between the items of a list. */
  private static final Set<String> SEPARATORS =
      Set.of(",", "/", ";", "|", "(", ")", "[", "]", "\u2022", "\u00b7", "and", "or", "&");

  private final SkillNames names;

  SkillMatcher(SkillTaxonomy taxonomy) {
    this.names = new SkillNames(taxonomy);
  }

  /** The names to be found. */
  SkillNames names() {
    return names;
  }

  /** The matches of a segment, ascending. Two of them share a place only as {@link #isVendor}. */
  List<Match> match(Setting setting) {
    String text = setting.text();
    Segment segment = setting.segment();
    List<Token> tokens = segment.tokens();
    List<Match> allowed = names.find(setting);
    if (allowed.isEmpty()) {
      return allowed;
    }
    allowed.removeIf(
        match -> !match.row().rule().allows(before(match, tokens), after(match, tokens)));
    if (allowed.stream().anyMatch(match -> !with(match).isEmpty())) {
      dropLonely(allowed, tokens);
    }
    List<Match> chosen = longest(allowed);
    Excluded excluded = Excluded.of(text, segment);
    chosen.removeIf(excluded::covers);
    chosen.sort(Comparator.comparingInt(Match::from).thenComparing(Match::to));
    return chosen;
  }

  /** Drops the names that count only in company and have none. */
  private static void dropLonely(List<Match> matches, List<Token> tokens) {
    List<Match> plain = longest(matches.stream().filter(match -> with(match).isEmpty()).toList());
    Set<String> words = new HashSet<>();
    tokens.forEach(token -> words.add(token.normal()));
    matches.removeIf(match -> !hasCompany(match, plain, words, tokens));
  }

  private static Set<String> with(Match match) {
    return match.row().rule().with();
  }

  private static boolean hasCompany(
      Match match, List<Match> plain, Set<String> words, List<Token> tokens) {
    Set<String> with = with(match);
    return with.isEmpty()
        || with.stream().anyMatch(words::contains)
        || (with.contains(MatchRule.IN_LIST) && isListed(match, tokens))
        || (with.contains(MatchRule.ANY_SKILL)
            && plain.stream().anyMatch(other -> isOther(match, other)));
  }

  private static boolean isOther(Match match, Match other) {
    return !other.overlaps(match) && !other.skill().equals(match.skill());
  }

  static boolean isListed(Match match, List<Token> tokens) {
    boolean alone = match.from() == 0 && match.to() == tokens.size();
    return alone
        || SEPARATORS.contains(before(match, tokens))
        || SEPARATORS.contains(after(match, tokens));
  }

  private static String before(Match match, List<Token> tokens) {
    return match.from() == 0 ? "" : tokens.get(match.from() - 1).normal();
  }

  private static String after(Match match, List<Token> tokens) {
    return match.to() == tokens.size() ? "" : tokens.get(match.to()).normal();
  }

  /**
   * Takes the longest first; one inside another stays only as the vendor in front of its service.
   */
  private static List<Match> longest(List<Match> matches) {
    List<Match> chosen = new ArrayList<>();
    List<Match> byLength = new ArrayList<>(matches);
    byLength.sort(Comparator.comparingInt(Match::length).reversed().thenComparingInt(Match::from));
    for (Match match : byLength) {
      if (mayJoin(match, chosen)) {
        chosen.add(match);
      }
    }
    return chosen;
  }

  private static boolean mayJoin(Match match, List<Match> chosen) {
    int rivals = 0;
    boolean vendor = true;
    for (Match other : chosen) {
      if (match.overlaps(other)) {
        rivals++;
        vendor = isVendor(match, other);
      }
    }
    return rivals == 0 || (rivals == 1 && vendor);
  }

  /** "AWS" in "AWS SageMaker" is a skill of its own; "SQL" in "SQL Server" is not. */
  private static boolean isVendor(Match match, Match outer) {
    return outer.contains(match)
        && match.from() == outer.from()
        && match.length() < outer.length()
        && match.skill().kind() == Skill.Kind.PLATFORM
        && !match.skill().equals(outer.skill());
  }
}

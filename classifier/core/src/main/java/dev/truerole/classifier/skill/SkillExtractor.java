package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the skills of a posting, with their level, years and mentions. Thread-safe; time grows
 * linearly with the posting.
 */
public final class SkillExtractor {

  private final SkillMatcher matcher;
  private final CuePhrases phrases = CuePhrases.load();

  /** An extractor for the skills of a taxonomy, {@link Skill.Kind#SOFT soft} ones left out. */
  public SkillExtractor(SkillTaxonomy taxonomy) {
    this(new SkillMatcher(taxonomy.without(Skill.Kind.SOFT)));
  }

  private SkillExtractor(SkillMatcher matcher) {
    this.matcher = matcher;
  }

  /** An extractor for all skills of a taxonomy, soft ones among them. */
  public static SkillExtractor withSoftSkills(SkillTaxonomy taxonomy) {
    return new SkillExtractor(new SkillMatcher(taxonomy));
  }

  /**
   * The skills of a posting: required, preferred, mentioned, each by its first mention.
   *
   * @param text the posting's text
   * @param segments its segments, ascending
   */
  public List<RequiredSkill> extract(String text, List<Segment> segments) {
    Map<String, Findings> found = new LinkedHashMap<>();
    Settings settings = new Settings(text);
    PlainWords plainWords = new PlainWords(text);
    for (Segment segment : segments) {
      read(settings.next(segment), plainWords, found);
    }
    List<RequiredSkill> skills = new ArrayList<>(found.size());
    found.values().forEach(findings -> skills.add(findings.skill()));
    skills.sort(Comparator.comparing(RequiredSkill::level));
    return skills;
  }

  private void read(Setting setting, PlainWords plainWords, Map<String, Findings> found) {
    List<Match> known = matcher.match(setting);
    if (known.isEmpty()) {
      return;
    }
    List<Match> matches = Unlisted.among(setting, known, plainWords, matcher.names());
    Levels levels = Levels.of(setting, matches, phrases);
    Map<Match, Integer> years = Years.of(setting.tokens(), matches);
    Map<Match, Set<String>> alternatives = Alternatives.of(setting, matches);
    for (Match match : matches) {
      Optional<Verdict> verdict = levels.at(match.from());
      if (verdict.isPresent()) {
        found
            .computeIfAbsent(match.skill().name(), name -> new Findings(match))
            .add(
                verdict.get(),
                years.get(match),
                alternatives.getOrDefault(match, Set.of()),
                mention(match, setting.tokens()));
      }
    }
  }

  private static SkillMention mention(Match match, List<Token> tokens) {
    return new SkillMention(tokens.get(match.from()).start(), tokens.get(match.to() - 1).end());
  }

  /** What has been found of one skill so far. */
  private static final class Findings {
    private final Skill skill;
    private final boolean listed;
    private final List<SkillMention> mentions = new ArrayList<>();
    private final Set<String> alternatives = new LinkedHashSet<>();
    private @Nullable Verdict strongest;
    private @Nullable Integer years;

    private Findings(Match first) {
      this.skill = first.skill();
      this.listed = first.listed();
    }

    /** The strongest mention sets level and reason; only mentions like it name alternatives. */
    private void add(
        Verdict verdict, @Nullable Integer years, Set<String> others, SkillMention mention) {
      Verdict before = strongest;
      if (before == null || verdict.level().compareTo(before.level()) < 0) {
        strongest = verdict;
        alternatives.clear();
        alternatives.addAll(others);
      } else if (verdict.level() == before.level()) {
        alternatives.addAll(others);
        strongest = before.reason() == null ? verdict : before;
      }
      this.years = least(this.years, years);
      mentions.add(mention);
    }

    private RequiredSkill skill() {
      Verdict verdict = Objects.requireNonNull(strongest);
      alternatives.remove(skill.name());
      return new RequiredSkill(
          skill,
          verdict.level(),
          years,
          mentions,
          listed,
          List.copyOf(alternatives),
          verdict.reason());
    }

    private static @Nullable Integer least(@Nullable Integer a, @Nullable Integer b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      return Math.min(a, b);
    }
  }
}

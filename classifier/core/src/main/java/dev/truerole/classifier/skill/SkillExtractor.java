package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Map<Skill, Findings> found = new LinkedHashMap<>();
    for (Segment segment : segments) {
      read(text, segment, found);
    }
    return found.entrySet().stream()
        .map(entry -> entry.getValue().of(entry.getKey()))
        .sorted(Comparator.comparing(RequiredSkill::level))
        .toList();
  }

  private void read(String text, Segment segment, Map<Skill, Findings> found) {
    List<Match> matches = matcher.match(text, segment);
    if (matches.isEmpty()) {
      return;
    }
    Levels levels = Levels.of(segment, matches, phrases);
    Map<Match, Integer> years = Years.of(segment.tokens(), matches);
    for (Match match : matches) {
      Optional<SkillLevel> level = levels.at(match.from());
      level.ifPresent(
          known ->
              found
                  .computeIfAbsent(match.skill(), skill -> new Findings())
                  .add(known, years.get(match), mention(match, segment.tokens())));
    }
  }

  private static SkillMention mention(Match match, List<Token> tokens) {
    return new SkillMention(tokens.get(match.from()).start(), tokens.get(match.to() - 1).end());
  }

  /** What has been found of one skill so far. */
  private static final class Findings {
    private SkillLevel level = SkillLevel.MENTIONED;
    private @Nullable Integer years;
    private final List<SkillMention> mentions = new ArrayList<>();

    private void add(SkillLevel level, @Nullable Integer years, SkillMention mention) {
      this.level = this.level.or(level);
      this.years = least(this.years, years);
      mentions.add(mention);
    }

    private RequiredSkill of(Skill skill) {
      return new RequiredSkill(skill, level, years, mentions);
    }

    private static @Nullable Integer least(@Nullable Integer a, @Nullable Integer b) {
      if (a == null || b == null) {
        return a == null ? b : a;
      }
      return Math.min(a, b);
    }
  }
}

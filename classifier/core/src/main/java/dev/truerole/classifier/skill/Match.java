package dev.truerole.classifier.skill;

import java.util.List;

/**
 * Words of a segment that name a skill.
 *
 * @param row the skill's row
 * @param from the index of its first token in the segment
 * @param to the index after its last token
 */
record Match(TaxonomyRow row, int from, int to) {

  /** The group of skills that no list holds. */
  private static final String UNLISTED = "unlisted";

  int length() {
    return to - from;
  }

  boolean overlaps(Match other) {
    return from < other.to && other.from < to;
  }

  boolean contains(Match other) {
    return from <= other.from && other.to <= to;
  }

  /** A name that no row holds, of the kind of its neighbour. */
  static Match unlisted(String name, Skill.Kind kind, int from, int to) {
    Skill skill = new Skill(name, kind, UNLISTED);
    return new Match(new TaxonomyRow(skill, List.of(), MatchRule.parse("")), from, to);
  }

  boolean listed() {
    return !row.aliases().isEmpty();
  }

  Skill skill() {
    return row.skill();
  }
}

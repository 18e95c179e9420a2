package dev.truerole.classifier.skill;

/**
 * Words of a segment that name a skill.
 *
 * @param row the skill's row
 * @param from the index of its first token in the segment
 * @param to the index after its last token
 */
record Match(TaxonomyRow row, int from, int to) {

  int length() {
    return to - from;
  }

  boolean overlaps(Match other) {
    return from < other.to && other.from < to;
  }

  boolean contains(Match other) {
    return from <= other.from && other.to <= to;
  }

  Skill skill() {
    return row.skill();
  }
}

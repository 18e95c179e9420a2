package dev.truerole.classifier.skill;

import java.util.Locale;

/** How much a posting wants a skill, strongest first. */
public enum SkillLevel {
  /** A must: asked without softening, or demanded in prose. */
  REQUIRED,
  /** Nice to have: a plus, preferred, ideally. */
  PREFERRED,
  /** Part of the duties or the stack, not asked as a qualification. */
  MENTIONED;

  /** The name in lower case, as reports write it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stronger of two levels. */
  SkillLevel or(SkillLevel other) {
    return compareTo(other) <= 0 ? this : other;
  }
}

package dev.truerole.classifier.skill;

import java.util.Locale;

/**
 * Something a person can know or do and could list on a CV.
 *
 * @param name the usual spelling, unique in its taxonomy
 * @param kind what kind of thing it is
 * @param group the theme it belongs to, such as {@code cloud}; never empty
 */
public record Skill(String name, Kind kind, String group) {

  /** What kind of thing a skill is. */
  public enum Kind {
    LANGUAGE,
    LIBRARY,
    TOOL,
    PLATFORM,
    DATABASE,
    FORMAT,
    METHOD,
    PRACTICE,
    /** What is said of a person rather than of their trade; found only where asked for. */
    SOFT;

    /** The name in lower case, as files and reports write it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @throws IllegalArgumentException if the name or the group is blank
   */
  public Skill {
    if (name.isBlank() || group.isBlank()) {
      throw new IllegalArgumentException("skill '" + name + "' of group '" + group + "': blank");
    }
  }
}

package dev.truerole.classifier.skill;

/** Where a posting names a skill: half-open UTF-16 offsets into the posting's text. */
public record SkillMention(int start, int end) {

  /**
   * @throws IllegalArgumentException if it is empty or starts before 0
   */
  public SkillMention {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("no mention: [" + start + ", " + end + ")");
    }
  }

  /** The characters as they stand in the text. */
  public String of(String text) {
    return text.substring(start, end);
  }
}

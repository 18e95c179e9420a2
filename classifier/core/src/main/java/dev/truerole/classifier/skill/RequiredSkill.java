package dev.truerole.classifier.skill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A skill that a posting names, with the words that say so.
 *
 * @param skill the skill
 * @param level the strongest level of all its mentions
 * @param years the least number of years asked of this very skill, 1 to 40; null where none is
 * @param mentions where it is named, ascending, at least one
 */
public record RequiredSkill(
    Skill skill, SkillLevel level, @Nullable Integer years, List<SkillMention> mentions) {

  /**
   * @throws IllegalArgumentException if there is no mention
   */
  public RequiredSkill {
    mentions = List.copyOf(mentions);
    if (mentions.isEmpty()) {
      throw new IllegalArgumentException(skill.name() + " without a mention");
    }
  }
}

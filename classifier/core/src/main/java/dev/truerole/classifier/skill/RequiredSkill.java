package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A skill that a posting names, with the words that say so.
 *
 * @param skill the skill
 * @param level the strongest level of all its mentions
 * @param years the least number of years asked of this very skill, 1 to 40; null where none is
 * @param mentions where it is named, ascending, at least one
 * @param listed whether the taxonomy holds it; else its name is as the posting writes it
 * @param alternatives the names of other skills that would do as well ("Python or R"), or that are
 *     examples of the same ("such as"); empty where it stands for itself
 * @param reason the words that set the level, null where none did
 */
public record RequiredSkill(
    Skill skill,
    SkillLevel level,
    @Nullable Integer years,
    List<SkillMention> mentions,
    boolean listed,
    List<String> alternatives,
    @Nullable Span reason) {

  /**
   * @throws IllegalArgumentException if there is no mention
   */
  public RequiredSkill {
    mentions = List.copyOf(mentions);
    alternatives = List.copyOf(alternatives);
    if (mentions.isEmpty()) {
      throw new IllegalArgumentException(skill.name() + " without a mention");
    }
  }
}

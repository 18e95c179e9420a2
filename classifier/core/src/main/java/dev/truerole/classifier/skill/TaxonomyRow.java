package dev.truerole.classifier.skill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One row of the taxonomy: a skill, the words that name it, and what must stand around them.
 *
 * @param skill the skill
 * @param aliases all its names, the skill's own first
 * @param rule what a match of any of them must satisfy
 */
record TaxonomyRow(Skill skill, List<Alias> aliases, MatchRule rule) {

  static final String HEADER = "name\tkind\tgroup\taliases\trule";

  /** A longer name is a sentence, and no evidence to point at. */
  static final int MAX_WORDS = 6;

  private static final int COLUMNS = 5;

  /**
   * A way to write a skill's name.
   *
   * @param words the words
   * @param exactCase whether only this case counts
   */
  record Alias(String words, boolean exactCase) {

    /** Reads a name, or {@code =Name} for one that counts in this case only. */
    static Alias parse(String text, boolean exactCase) {
      boolean marked = text.startsWith("=");
      Alias alias = new Alias(marked ? text.substring(1) : text, exactCase || marked);
      if (!alias.words.equals(alias.words.strip()) || FoldedText.key(alias.words).isEmpty()) {
        throw new IllegalArgumentException("alias '" + text + "' is empty or padded");
      }
      if (alias.words.split("\\s+").length > MAX_WORDS) {
        throw new IllegalArgumentException("alias '" + text + "' has over " + MAX_WORDS + " words");
      }
      return alias;
    }
  }

  /**
   * Reads a line of the five tab-separated columns name, kind, group, aliases and rule.
   *
   * @throws IllegalArgumentException saying what is wrong with the line
   */
  static TaxonomyRow parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(cells.length + " columns instead of " + COLUMNS);
    }
    Skill skill = new Skill(cells[0], kind(cells[1]), cells[2]);
    MatchRule rule = MatchRule.parse(cells[4]);
    return new TaxonomyRow(skill, aliases(cells[0], cells[3], rule.exactCase()), rule);
  }

  private static Skill.Kind kind(String id) {
    return Arrays.stream(Skill.Kind.values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "kind '" + id + "' is none of " + Arrays.toString(Skill.Kind.values())));
  }

  private static List<Alias> aliases(String name, String cell, boolean exactCase) {
    List<Alias> aliases = new ArrayList<>();
    aliases.add(Alias.parse(name, exactCase));
    Set<String> seen = new HashSet<>(Set.of(name.toLowerCase(Locale.ROOT)));
    for (String text : cell.isEmpty() ? new String[0] : cell.split("\\|", -1)) {
      aliases.add(Alias.parse(text, exactCase));
      if (!seen.add(text.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("alias '" + text + "' stands twice");
      }
    }
    return List.copyOf(aliases);
  }
}

package dev.truerole.classifier.skill;

import dev.truerole.classifier.skill.Asks.Seniority;
import dev.truerole.classifier.text.RoleNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rank of the position in a segment: "a Senior Data Scientist", "mid-level". */
final class Ranks {

  private static final Map<String, Seniority> WORDS =
      new HashMap<>(
          Map.ofEntries(
              Map.entry("intern", Seniority.INTERN),
              Map.entry("junior", Seniority.JUNIOR),
              Map.entry("jr", Seniority.JUNIOR),
              Map.entry("entry", Seniority.JUNIOR),
              Map.entry("mid", Seniority.MID),
              Map.entry("middle", Seniority.MID),
              Map.entry("intermediate", Seniority.MID),
              Map.entry("senior", Seniority.SENIOR),
              Map.entry("sr", Seniority.SENIOR),
              Map.entry("lead", Seniority.LEAD),
              Map.entry("staff", Seniority.STAFF),
              Map.entry("principal", Seniority.PRINCIPAL)));

  /** What may stand before the name of the position itself. */
  private static final Set<String> BEFORE =
      Set.of("", "a", "an", "our", "new", "next", ":", "-", "experienced", "talented", "skilled");

  /** Colleagues, not the position. */
  private static final Set<String> COLLEAGUES =
      Set.of(
          "to",
          "with",
          "by",
          "under",
          "mentor",
          "mentoring",
          "support",
          "supporting",
          "other",
          "from",
          "guide",
          "guiding",
          "reports",
          "reporting",
          "manage",
          "managing",
          "alongside");

  private static final int BACK = 3;

  private Ranks() {}

  /** The first rank that a segment gives the position. */
  static Optional<Stated<Seniority>> find(Setting setting) {
    for (int i = 0; i < setting.size(); i++) {
      @Nullable Seniority rank = WORDS.get(setting.word(i));
      if (rank != null) {
        int to = end(setting, i);
        if (to > i && BEFORE.contains(setting.word(i - 1)) && !isColleague(setting, i)) {
          return Optional.of(new Stated<>(rank, setting.span(i, to)));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a rank may start with a word. */
  static boolean mayOpen(String word) {
    return WORDS.containsKey(word);
  }

  /** Behind the words that make it a rank: its role's name, or "level". */
  private static int end(Setting setting, int i) {
    int level = setting.word(i + 1).equals("-") ? i + 2 : i + 1;
    if (setting.word(level).equals("level")) {
      return level + 1;
    }
    if (setting.word(i).equals("entry") || setting.word(i).equals("intern")) {
      return i;
    }
    int name = setting.word(i + 1).equals(".") ? i + 2 : i + 1;
    int end = name < setting.size() ? RoleNames.end(setting.segment(), name) : name;
    return end > name && !setting.word(end - 1).endsWith("s") ? end : i;
  }

  private static boolean isColleague(Setting setting, int i) {
    for (int at = Math.max(0, i - BACK); at < i; at++) {
      if (COLLEAGUES.contains(setting.word(at))) {
        return true;
      }
    }
    return false;
  }
}

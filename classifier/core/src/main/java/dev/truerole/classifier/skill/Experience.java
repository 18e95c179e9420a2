package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Section;
import java.util.List;
import java.util.Set;

/** Finds the years of experience that a segment asks of a person. */
final class Experience {

  private static final Set<String> EVIDENCE =
      Set.of(
          "experience",
          "experienced",
          "background",
          "working",
          "work",
          "expertise",
          "professional",
          "industry",
          "record",
          "hands",
          "practical",
          "relevant",
          "building",
          "developing");

  /** After these, years tell of a time, not of a person's past. */
  private static final Set<String> SPANS =
      Set.of("last", "past", "next", "first", "previous", "every", "coming", "than");

  private static final Set<String> OTHER = Set.of("old", "ago", "degree", "college", "university");

  private static final Set<String> CANDIDATE =
      Set.of("you", "your", "candidate", "candidates", "must", "looking", "seeking");

  private static final Set<String> US = Set.of("we", "our", "us");

  private static final int AHEAD = 10;
  private static final int BACK = 5;

  private Experience() {}

  /** The demands of a segment, ascending. */
  static List<Place<Integer>> find(Setting setting) {
    return YearCount.in(setting.tokens()).stream()
        .filter(count -> isExperience(setting, count))
        .map(count -> new Place<>(count.least(), count.from(), count.unit() + 1))
        .toList();
  }

  private static boolean isExperience(Setting setting, YearCount count) {
    int after = count.unit() + 1;
    boolean other =
        OTHER.contains(setting.word(after))
            || setting.word(after + 1).equals("age")
            || (SPANS.contains(setting.word(count.from() - 1))
                && !setting.word(count.from() - 2).matches("more|less"));
    boolean company =
        setting.section() == Section.COMPANY && !holds(setting, 0, setting.size(), CANDIDATE);
    // "We have been at it for 20 years."
    boolean own =
        setting.word(count.from() - 1).equals("for") && holds(setting, 0, count.from(), US);
    return !other
        && !company
        && !own
        && (holds(setting, after, after + AHEAD, EVIDENCE)
            || holds(setting, count.from() - BACK, count.from(), EVIDENCE)
            || setting.section() == Section.REQUIREMENTS);
  }

  private static boolean holds(Setting setting, int from, int to, Set<String> words) {
    for (int i = Math.max(0, from); i < Math.min(setting.size(), to); i++) {
      if (words.contains(setting.word(i))) {
        return true;
      }
    }
    return false;
  }
}

package dev.truerole.classifier;

import dev.truerole.classifier.model.Role;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something to know before trusting an answer.
 *
 * @param code for programs, such as {@code not_english}
 * @param message for people
 */
public record Warning(String code, String message) {

  private static final String NOT_ENGLISH = "not_english";
  private static final String TOO_SHORT = "too_short";
  private static final String UNSURE = "unsure";
  private static final Set<String> WITHHOLDING = Set.of(NOT_ENGLISH, TOO_SHORT, UNSURE);

  /** Whether no role is given because of it. */
  public boolean withholdsRole() {
    return WITHHOLDING.contains(code);
  }

  static Warning notEnglish(String language) {
    return new Warning(
        NOT_ENGLISH, "the text is not English but '" + language + "'; no role is given");
  }

  static Warning tooShort(int words) {
    return new Warning(TOO_SHORT, "too short to judge (words: " + words + "); no role is given");
  }

  static Warning littleText(int words) {
    return new Warning("little_text", "little text (words: " + words + "): the role is a guess");
  }

  static Warning noDuties() {
    return new Warning(
        "no_duties", "the text says next to nothing of the work itself: the role is a guess");
  }

  static Warning severalJobs(List<String> titles) {
    return new Warning(
        "several_jobs",
        "the text seems to hold several jobs ("
            + String.join(", ", titles)
            + "); give each one alone for an answer of its own");
  }

  static Warning unsure(Role role, double probability, double least) {
    return new Warning(
        UNSURE,
        String.format(
            Locale.ROOT,
            "no role is given: the likeliest, %s, has a probability of %.2f, less than the %.2f"
                + " asked for",
            role.label(),
            probability,
            least));
  }
}

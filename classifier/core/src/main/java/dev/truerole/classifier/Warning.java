package dev.truerole.classifier;

/**
 * Something to know before trusting an answer.
 *
 * @param code for programs, such as {@code not_english}
 * @param message for people
 */
public record Warning(String code, String message) {

  static Warning notEnglish(String language) {
    return new Warning(
        "not_english", "the text is not English but '" + language + "'; no role is given");
  }

  static Warning tooShort(int words) {
    return new Warning("too_short", "too short to judge (words: " + words + "); no role is given");
  }

  static Warning littleText(int words) {
    return new Warning("little_text", "little text (words: " + words + "): the role is a guess");
  }
}

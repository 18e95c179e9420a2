package dev.truerole.classifier.skill;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings words to one spelling, so that "visualisation" meets "visualization". */
final class Spelling {

  /** British endings and their American twins. Both sides of a comparison are folded alike. */
  private static final List<Map.Entry<Pattern, String>> TWINS =
      List.of(
          Map.entry(Pattern.compile("(?<=\\p{L}{3})is(ations?|e[sdr]?|ers|ing)$"), "iz$1"),
          Map.entry(Pattern.compile("(?<=\\p{L}{3})yse([sdr]?)$"), "yze$1"),
          Map.entry(Pattern.compile("(?<=\\p{L}{3})ysing$"), "yzing"),
          Map.entry(Pattern.compile("(?<=\\p{L}{2})lling$"), "ling"),
          Map.entry(Pattern.compile("(?<=\\p{L}{3})our(al|s|ed)?$"), "or$1"),
          Map.entry(Pattern.compile("(?<=\\p{L}{3})ogue(s?)$"), "og$1"));

  private static final int MIN_TWIN = 5;

  private static final List<String> HISSING = List.of("s", "x", "z", "ch", "sh");
  private static final int MIN_PLURAL_STEM = 3;

  private Spelling() {}

  /** The word in American spelling; other words may change too, but always in the same way. */
  static String fold(String word) {
    if (word.length() < MIN_TWIN || !mayBeBritish(word)) {
      return word;
    }
    String folded = word;
    for (Map.Entry<Pattern, String> twin : TWINS) {
      folded = twin.getKey().matcher(folded).replaceFirst(twin.getValue());
    }
    return folded;
  }

  /** Whether a pattern is worth trying: most words have none of the endings. */
  private static boolean mayBeBritish(String word) {
    return switch (word.charAt(word.length() - 1)) {
      case 'n' -> word.endsWith("isation");
      case 'e' -> word.endsWith("ise") || word.endsWith("yse") || word.endsWith("ogue");
      case 'd' -> word.endsWith("ised") || word.endsWith("ysed") || word.endsWith("oured");
      case 's' ->
          word.endsWith("ises")
              || word.endsWith("isers")
              || word.endsWith("isations")
              || word.endsWith("yses")
              || word.endsWith("ours")
              || word.endsWith("ogues");
      case 'r' -> word.endsWith("iser") || word.endsWith("yser") || word.endsWith("our");
      case 'g' -> word.endsWith("ising") || word.endsWith("ysing") || word.endsWith("lling");
      case 'l' -> word.endsWith("oural");
      default -> false;
    };
  }

  /** The phrase with its last word in the plural, or the phrase itself where it has none. */
  static String plural(String phrase) {
    int lastWord = phrase.length();
    while (lastWord > 0 && Character.isLetter(phrase.charAt(lastWord - 1))) {
      lastWord--;
    }
    if (phrase.length() - lastWord < MIN_PLURAL_STEM) {
      return phrase;
    }
    if (phrase.endsWith("y") && "aeou".indexOf(phrase.charAt(phrase.length() - 2)) < 0) {
      return phrase.substring(0, phrase.length() - 1) + "ies";
    }
    return phrase + (HISSING.stream().anyMatch(phrase::endsWith) ? "es" : "s");
  }
}

package dev.truerole.classifier.skill;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that a posting writes in small letters somewhere. The first few are looked for in the
 * text as it stands; only who asks for more has all of them collected.
 */
final class PlainWords {

  private static final int FEW = 24;

  private final String text;
  private int asked;
  private @Nullable Set<String> words;

  PlainWords(String text) {
    this.text = text;
  }

  /**
   * Whether a word stands in the text as it is given.
   *
   * @param word letters only, the first a small one, or it is nowhere
   */
  boolean contains(String word) {
    if (words == null && asked++ < FEW) {
      return stands(word);
    }
    Set<String> known = words;
    if (known == null) {
      known = read();
      words = known;
    }
    return known.contains(word);
  }

  private boolean stands(String word) {
    if (!Character.isLowerCase(word.charAt(0)) || !word.chars().allMatch(Character::isLetter)) {
      return false;
    }
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (!isLetter(at - 1) && !isLetter(at + word.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean isLetter(int at) {
    return at >= 0 && at < text.length() && Character.isLetter(text.charAt(at));
  }

  private Set<String> read() {
    Set<String> found = new HashSet<>();
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && from < 0) {
        from = i;
      } else if (!letter && from >= 0) {
        if (Character.isLowerCase(text.charAt(from))) {
          found.add(text.substring(from, i));
        }
        from = -1;
      }
    }
    return found;
  }
}

package dev.truerole.classifier.skill;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that a posting writes in small letters somewhere; read once, and only if asked for. */
final class PlainWords {

  private final String text;
  private @Nullable Set<String> words;

  PlainWords(String text) {
    this.text = text;
  }

  boolean contains(String word) {
    Set<String> known = words;
    if (known == null) {
      known = read();
      words = known;
    }
    return known.contains(word);
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

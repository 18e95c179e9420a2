package dev.truerole.classifier.text;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first three characters that a match of a pattern may start with, so that most places of a
 * text are ruled out without trying it. Found by asking the pattern itself: a prefix is viable if
 * the search for it fails only for want of more text ({@link Matcher#hitEnd}). Immutable.
 */
final class ViablePrefixes {

  private static final int LENGTH = 3;
  private static final int ASCII = 128;

  private final BitSet viable = new BitSet();

  private ViablePrefixes(Pattern pattern) {
    extend(pattern.matcher(""), "", 0);
  }

  /** The prefixes of a pattern that never matches the empty text. */
  static ViablePrefixes of(Pattern pattern) {
    return new ViablePrefixes(pattern);
  }

  private void extend(Matcher matcher, String prefix, int key) {
    for (char c = 0; c < ASCII; c++) {
      String longer = prefix + c;
      if (matcher.reset(longer).lookingAt() || matcher.hitEnd()) {
        int longerKey = key * ASCII + c;
        if (longer.length() == LENGTH) {
          viable.set(longerKey);
        } else {
          extend(matcher, longer, longerKey);
        }
      }
    }
  }

  /**
   * Whether a match may start at {@code start}; near the end and before other than ASCII always.
   */
  boolean mayOpen(String text, int start, int end) {
    if (start + LENGTH > end) {
      return true;
    }
    int key = 0;
    for (int i = start; i < start + LENGTH; i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        return true;
      }
      key = key * ASCII + c;
    }
    return viable.get(key);
  }
}

package dev.truerole.classifier.text;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Sets of words that every token is looked up in, where a HashSet is faster than Set.of. */
public final class Words {

  /** With so many places a word most words meet an empty one, and are done. */
  private static final int SPARSE = 8;

  private Words() {}

  /** An immutable set of these words. */
  public static Set<String> of(String... words) {
    Set<String> set = new HashSet<>(SPARSE * words.length);
    Collections.addAll(set, words);
    return Collections.unmodifiableSet(set);
  }
}

package dev.truerole.classifier.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** Sets of words that every token is looked up in, where a HashSet is faster than Set.of. */
public final class Words {

  private Words() {}

  /** An immutable set of these words. */
  public static Set<String> of(String... words) {
    return Collections.unmodifiableSet(new HashSet<>(Arrays.asList(words)));
  }
}

package dev.truerole.classifier.text;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns for sections, each made of many phrases, in the order they are to be tried. One search
 * for the literals of all phrases tells which few are worth trying. Immutable.
 */
final class PhrasePatterns {

  private final List<Section> sections;
  private final List<Pattern> patterns;

  /** Each alternative of each pattern, in order, and whose it is. */
  private final List<Phrase> phrases = new ArrayList<>();

  private final AhoCorasickDoubleArrayTrie<List<Integer>> literals =
      new AhoCorasickDoubleArrayTrie<>();

  /** Phrases without a literal, which have to be tried every time. */
  private final BitSet always = new BitSet();

  private record Phrase(int place, Pattern pattern) {}

  /** A pattern: the section it stands for, and a regular expression. */
  record Entry(Section section, String regex) {}

  PhrasePatterns(List<Entry> entries) {
    sections = entries.stream().map(Entry::section).toList();
    patterns = entries.stream().map(entry -> Pattern.compile(entry.regex())).toList();
    TreeMap<String, List<Integer>> byLiteral = new TreeMap<>();
    for (int place = 0; place < entries.size(); place++) {
      for (String alternative : RequiredLiterals.alternatives(entries.get(place).regex())) {
        Set<String> required = RequiredLiterals.of(alternative);
        int phrase = phrases.size();
        required.forEach(
            literal -> byLiteral.computeIfAbsent(literal, l -> new ArrayList<>()).add(phrase));
        always.set(phrase, required.isEmpty());
        phrases.add(new Phrase(place, Pattern.compile(alternative)));
      }
    }
    literals.build(byLiteral);
  }

  /** The section of the first pattern found in a text. */
  Optional<Section> section(String text) {
    int place = place(text);
    return place < 0 ? Optional.empty() : Optional.of(sections.get(place));
  }

  /** Where the first pattern found in a text is found. */
  Optional<MatchResult> match(String text) {
    int place = place(text);
    if (place < 0) {
      return Optional.empty();
    }
    Matcher matcher = patterns.get(place).matcher(text);
    return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  private int place(String text) {
    BitSet possible = (BitSet) always.clone();
    AhoCorasickDoubleArrayTrie.IHit<List<Integer>> found =
        (from, to, some) -> some.forEach(possible::set);
    literals.parseText(text, found);
    for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
      if (phrases.get(i).pattern().matcher(text).find()) {
        return phrases.get(i).place();
      }
    }
    return -1;
  }
}

package dev.truerole.classifier.skill;

import dev.truerole.classifier.text.Token;
import dev.truerole.classifier.text.Tokenizer;
import dev.truerole.classifier.text.WordMemo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases by their folded words: one look at each token of a text finds every phrase that starts
 * there. Most tokens start none, and cost no more than the look. Thread-safe once filled.
 *
 * @param <T> what a phrase stands for
 */
final class WordTrie<T> {

  private static final Tokenizer TOKENIZER = new Tokenizer();
  private static final int NONE = -1;
  private static final int ROOT = 0;
  private static final long EMPTY = -1;
  private static final int FIRST_PLACES = 1 << 10;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final WordMemo memo = new WordMemo(this::number);
  private final List<List<T>> values = new ArrayList<>();
  private long[] keys = empty(FIRST_PLACES);
  private int[] nodes = new int[FIRST_PLACES];

  /** The root's child for every word. */
  private int[] firsts = new int[0];

  WordTrie() {
    values.add(List.of());
  }

  /** Hears what is found. */
  interface Listener<T> {

    /**
     * A phrase.
     *
     * @param values what it stands for
     * @param from the index of its first token
     * @param to the index after its last
     */
    void found(List<T> values, int from, int to);
  }

  /**
   * Adds a phrase.
   *
   * @param key as {@link FoldedText#key} gives it
   */
  void put(String key, List<T> meanings) {
    List<Token> tokens = TOKENIZER.tokenize(key);
    int node = ROOT;
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).normal();
      int number = numbers.computeIfAbsent(word, absent -> added());
      node = step(node, number, i > 0 && tokens.get(i - 1).end() < tokens.get(i).start());
      if (i == 0) {
        firsts[number] = node;
      }
    }
    values.set(node, List.copyOf(meanings));
  }

  /** The number of a new word, which starts nothing yet. */
  private int added() {
    int number = numbers.size();
    if (number == firsts.length) {
      firsts = Arrays.copyOf(firsts, FIRST_PLACES + 2 * number);
      Arrays.fill(firsts, number, firsts.length, NONE);
    }
    return number;
  }

  /** Every phrase among the tokens, overlaps included, in the order of their starts. */
  void find(List<Token> tokens, Listener<T> listener) {
    int[] words = new int[tokens.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = memo.of(tokens.get(i).word());
    }
    for (int from = 0; from < words.length; from++) {
      int node = words[from] == NONE ? NONE : firsts[words[from]];
      for (int i = from; node != NONE; ) {
        if (!values.get(node).isEmpty()) {
          listener.found(values.get(node), from, i + 1);
        }
        i = next(tokens, i);
        node =
            i == words.length || words[i] == NONE
                ? NONE
                : child(node, words[i], FoldedText.isGapBefore(tokens, i));
      }
    }
  }

  /** All words of the trie are folded, so that one found as it stands need not be. */
  private int number(String word) {
    Integer number = numbers.get(word);
    if (number == null) {
      String folded = Spelling.fold(word);
      number = folded.equals(word) ? null : numbers.get(folded);
    }
    return number == null ? NONE : number;
  }

  /** The token after one, hyphens passed over. */
  private static int next(List<Token> tokens, int i) {
    int next = i + 1;
    while (next < tokens.size() && FoldedText.isHyphen(tokens.get(next))) {
      next++;
    }
    return next;
  }

  private int child(int node, int word, boolean gap) {
    int place = place(key(node, word, gap));
    return keys[place] == EMPTY ? NONE : nodes[place];
  }

  /** The child, made if there is none. */
  private int step(int node, int word, boolean gap) {
    long key = key(node, word, gap);
    int place = place(key);
    if (keys[place] == EMPTY) {
      values.add(List.of());
      if (2 * values.size() > keys.length) {
        grow();
        place = place(key);
      }
      keys[place] = key;
      nodes[place] = values.size() - 1;
    }
    return nodes[place];
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNodes = nodes;
    keys = empty(2 * oldKeys.length);
    nodes = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != EMPTY) {
        int place = place(oldKeys[i]);
        keys[place] = oldKeys[i];
        nodes[place] = oldNodes[i];
      }
    }
  }

  /** Where a key is, or where it would be put. */
  private int place(long key) {
    int place = (int) ((key * MIX) >>> Integer.SIZE) & (keys.length - 1);
    while (keys[place] != EMPTY && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  private static long key(int node, int word, boolean gap) {
    return ((long) node << Integer.SIZE) | (2L * word + (gap ? 1 : 0));
  }

  private static long[] empty(int places) {
    long[] keys = new long[places];
    Arrays.fill(keys, EMPTY);
    return keys;
  }
}

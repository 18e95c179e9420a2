package dev.truerole.classifier.feature;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Word;
import dev.truerole.classifier.text.WordMemo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds the ids of words and of pairs of words without making a string of each pair: words have
 * numbers, and pairs are looked up by two of them in an open-addressing table. Immutable.
 */
final class PairTable {

  private static final int NONE = -1;

  /** A pair and its id share a long, so that a lookup touches memory once. */
  private static final int NUMBER_BITS = 20;

  private static final int ID_BITS = Long.SIZE - 2 * NUMBER_BITS;
  private static final long ID = (1L << ID_BITS) - 1;
  private static final long EMPTY = -1;

  /** Twice as many places as pairs at least, so that few lookups meet another pair. */
  private static final int PLACES_A_PAIR = 2;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final WordMemo memo = new WordMemo(this::number);
  private final int[] idOfNumber;
  private final long[] entries;

  private PairTable(List<String> features) {
    features.forEach(
        feature -> {
          for (String word : feature.split(SegmentFeatures.PAIR, 2)) {
            numbers.putIfAbsent(word, numbers.size());
          }
        });
    idOfNumber = new int[numbers.size()];
    Arrays.fill(idOfNumber, NONE);
    int places = Integer.highestOneBit(Math.max(1, PLACES_A_PAIR * features.size())) * 2;
    entries = new long[places];
    Arrays.fill(entries, EMPTY);
    if (numbers.size() >= 1 << NUMBER_BITS || features.size() >= 1 << ID_BITS) {
      throw new IllegalArgumentException(
          "a vocabulary of "
              + features.size()
              + " features is too large: words have to be fewer"
              + " than "
              + (1 << NUMBER_BITS));
    }
    for (int id = 0; id < features.size(); id++) {
      put(features.get(id).split(SegmentFeatures.PAIR, 2), id);
    }
  }

  /** A table of features, each at the place of its id. */
  static PairTable of(List<String> features) {
    return new PairTable(features);
  }

  private void put(String[] words, int id) {
    int first = number(words[0]);
    if (words.length == 1) {
      idOfNumber[first] = id;
    } else {
      long key = key(first, number(words[1]));
      entries[place(key)] = key << ID_BITS | id;
    }
  }

  private int number(String word) {
    return numbers.getOrDefault(word, NONE);
  }

  private static long key(int first, int second) {
    return ((long) first << NUMBER_BITS) | second;
  }

  /** Where a key is, or where it would be put. */
  private int place(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed >>> Integer.SIZE) & (entries.length - 1);
    while (entries[place] != EMPTY && entries[place] >>> ID_BITS != key) {
      place = (place + 1) & (entries.length - 1);
    }
    return place;
  }

  /** The ids of a segment's words and pairs, in order; those without one are left out. */
  int[] ids(Segment segment) {
    Ids found = new Ids(2 * segment.tokens().size());
    SegmentFeatures.read(segment, found);
    return found.toArray();
  }

  /** The ids of a segment's words in order, from 1; those without one are left out. */
  int[] words(Segment segment) {
    IntStream.Builder found = IntStream.builder();
    SegmentFeatures.read(
        segment,
        new SegmentFeatures.Reader() {
          @Override
          public void word(Word word) {
            int number = memo.of(word);
            if (number != NONE && idOfNumber[number] != NONE) {
              found.add(1 + idOfNumber[number]);
            }
          }

          @Override
          public void pair(Word first, Word second) {
            // words alone
          }
        });
    return found.build().toArray();
  }

  /** Collects ids while a segment is read out. */
  private final class Ids implements SegmentFeatures.Reader {
    private final int[] found;
    private int count;
    private int previous = NONE;
    private int current = NONE;

    Ids(int most) {
      found = new int[most];
    }

    @Override
    public void word(Word word) {
      previous = current;
      current = memo.of(word);
      if (current != NONE && idOfNumber[current] != NONE) {
        found[count++] = idOfNumber[current];
      }
    }

    @Override
    public void pair(Word first, Word second) {
      if (previous != NONE && current != NONE) {
        long entry = entries[place(key(previous, current))];
        if (entry != EMPTY) {
          found[count++] = (int) (entry & ID);
        }
      }
    }

    int[] toArray() {
      return Arrays.copyOf(found, count);
    }
  }
}

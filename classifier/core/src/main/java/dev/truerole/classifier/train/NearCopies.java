package dev.truerole.classifier.train;

import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Finds texts that are nearly the same: MinHash signatures of five-word shingles, compared where a
 * band of them agrees (Broder 1997).
 */
final class NearCopies {

  private static final int SHINGLE = 5;
  private static final int HASHES = 64;

  /** Four hashes a band: pairs that share half their shingles meet in one of 16 bands. */
  private static final int BAND = 4;

  private static final double ALIKE = 0.5;

  private final long[] factors = new SplittableRandom(17).longs(HASHES).map(f -> f | 1).toArray();

  /**
   * A group number for each posting; near-copies share one.
   *
   * @param postings the segments of each
   */
  int[] groups(List<List<Segment>> postings) {
    int[][] signatures = postings.parallelStream().map(this::signature).toArray(int[][]::new);
    DisjointSets sets = new DisjointSets(signatures.length);
    for (int band = 0; band < HASHES; band += BAND) {
      Map<List<Integer>, Integer> first = new HashMap<>();
      for (int i = 0; i < signatures.length; i++) {
        List<Integer> key = new ArrayList<>();
        for (int k = band; k < band + BAND; k++) {
          key.add(signatures[i][k]);
        }
        Integer other = first.putIfAbsent(key, i);
        if (other != null && alike(signatures[i], signatures[other])) {
          sets.join(i, other);
        }
      }
    }
    return sets.roots();
  }

  private int[] signature(List<Segment> segments) {
    int[] least = new int[HASHES];
    Arrays.fill(least, Integer.MAX_VALUE);
    List<Token> words =
        segments.stream()
            .flatMap(segment -> segment.tokens().stream())
            .filter(token -> Character.isLetterOrDigit(token.normal().charAt(0)))
            .toList();
    for (int i = 0; i + SHINGLE <= Math.max(words.size(), SHINGLE); i++) {
      long shingle = 1;
      for (int k = i; k < Math.min(i + SHINGLE, words.size()); k++) {
        shingle = shingle * 1_000_003 + words.get(k).normal().hashCode();
      }
      for (int h = 0; h < HASHES; h++) {
        long mixed = (shingle ^ (shingle >>> 29)) * factors[h];
        least[h] = Math.min(least[h], (int) (mixed >>> 32));
      }
    }
    return least;
  }

  private static boolean alike(int[] first, int[] second) {
    int equal = 0;
    for (int h = 0; h < HASHES; h++) {
      equal += first[h] == second[h] ? 1 : 0;
    }
    return equal >= ALIKE * HASHES;
  }
}

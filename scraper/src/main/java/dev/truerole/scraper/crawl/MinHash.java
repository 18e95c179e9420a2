package dev.truerole.scraper.crawl;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * A short sketch of a text's runs of five words: two sketches agree in as large a share of places
 * as the texts do of runs (Broder, On the resemblance and containment of documents, 1997).
 */
final class MinHash {

  static final int PLACES = 128;

  /**
   * Texts that agree in one band of four places are compared. With 32 bands a pair of resemblance
   * 0.8 is found almost surely, one of 0.3 with probability 0.23.
   */
  static final int BANDS = 32;

  private static final int ROWS = PLACES / BANDS;
  private static final int WORDS = 5;

  private static final long[] FACTORS = numbers(1);
  private static final long[] SUMMANDS = numbers(2);

  private final int[] places;

  private MinHash(int[] places) {
    this.places = places;
  }

  private static long[] numbers(long seed) {
    return new Random(seed).longs(PLACES).map(number -> number | 1).toArray();
  }

  static MinHash of(String text) {
    String[] words = text.split(" ", -1);
    int[] places = new int[PLACES];
    Arrays.fill(places, Integer.MAX_VALUE);
    for (int i = 0; i == 0 || i + WORDS <= words.length; i++) {
      long hash = hash(words, i, Math.min(i + WORDS, words.length));
      for (int place = 0; place < PLACES; place++) {
        int value = (int) ((hash * FACTORS[place] + SUMMANDS[place]) >>> 33);
        places[place] = Math.min(places[place], value);
      }
    }
    return new MinHash(places);
  }

  /** FNV-1a over the characters, with a word's end as one more. */
  private static long hash(String[] words, int from, int to) {
    long hash = 0xcbf29ce484222325L;
    for (int word = from; word < to; word++) {
      for (int i = 0; i < words[word].length(); i++) {
        hash = (hash ^ words[word].charAt(i)) * 0x100000001b3L;
      }
      hash = (hash ^ ' ') * 0x100000001b3L;
    }
    return hash ^ (hash >>> 29);
  }

  static MinHash read(byte[] bytes) {
    int[] places = new int[PLACES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(places);
    return new MinHash(places);
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(PLACES * Integer.BYTES);
    bytes.asIntBuffer().put(places);
    return bytes.array();
  }

  /** One number for each band; texts that share one may be alike. */
  long[] bands() {
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      int from = band * ROWS;
      bands[band] =
          31L * band + 1_000_003L * Arrays.hashCode(Arrays.copyOfRange(places, from, from + ROWS));
    }
    return bands;
  }

  /** The estimated share of runs the two texts have in common. */
  double resemblance(MinHash other) {
    int same = 0;
    for (int place = 0; place < PLACES; place++) {
      same += places[place] == other.places[place] ? 1 : 0;
    }
    return (double) same / PLACES;
  }
}

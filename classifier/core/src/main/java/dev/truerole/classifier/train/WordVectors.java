package dev.truerole.classifier.train;

import dev.truerole.classifier.feature.EncodedPosting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Vectors for features from the company they keep: positive pointwise mutual information of
 * features in one segment, cut down by a truncated SVD (Levy and Goldberg 2014). Needs no labels.
 */
final class WordVectors {

  /** The most frequent features keep company with everything. */
  private static final int FIRST_CONTEXT = 30;

  private static final int LAST_CONTEXT = 10_000;

  /** Chance meetings: below this weight a pair is not counted. */
  private static final float MIN_WEIGHT = 0.05f;

  /** Contexts by frequency to this power, which tames rare ones. */
  private static final double CONTEXT_SMOOTHING = 0.75;

  /** Standard deviation of the vectors' values, from which training starts well. */
  private static final double SPREAD = 0.3;

  private WordVectors() {}

  /**
   * Learns a vector for every feature.
   *
   * @param postings any texts of the field
   * @param features how many features there are; lower ids are more frequent
   * @param dimensions of a vector
   * @return (features, dimensions); zeros for a feature without company
   */
  static float[][] learn(
      Collection<EncodedPosting> postings, int features, int dimensions, long seed) {
    List<int[]> segments = distinctSegments(postings);
    SparseMatrix company = company(segments, features);
    float[][] vectors = TruncatedSvd.scaledLeftVectors(company, dimensions, seed);
    scale(vectors);
    return vectors;
  }

  /** Text that is repeated from posting to posting counts once. */
  private static List<int[]> distinctSegments(Collection<EncodedPosting> postings) {
    Set<Long> seen = new HashSet<>();
    List<int[]> segments = new ArrayList<>();
    for (EncodedPosting posting : postings) {
      for (int i = 0; i < posting.segments(); i++) {
        int[] ids = posting.distinctIds(i);
        if (ids.length > 1 && seen.add(hash(ids))) {
          segments.add(ids);
        }
      }
    }
    return segments;
  }

  private static long hash(int[] ids) {
    long hash = 1;
    for (int id : ids) {
      hash = hash * 1_000_003 + id;
    }
    return hash;
  }

  private static SparseMatrix company(List<int[]> segments, int features) {
    int contexts = Math.max(1, Math.min(features, LAST_CONTEXT) - FIRST_CONTEXT);
    int[][] where = where(segments, features);
    List<int[]> columns = new ArrayList<>(features);
    List<float[]> weights = new ArrayList<>(features);
    IntStream.range(0, features)
        .parallel()
        .mapToObj(feature -> meetings(feature, where[feature], segments, contexts))
        .forEachOrdered(
            met -> {
              columns.add(met.columns);
              weights.add(met.weights);
            });
    toInformation(columns, weights, contexts);
    return new SparseMatrix(columns, weights, contexts);
  }

  /** Whom a feature meets, and how often. */
  private static final class Meetings {
    private final int[] columns;
    private final float[] weights;

    Meetings(int[] columns, float[] weights) {
      this.columns = columns;
      this.weights = weights;
    }
  }

  private static int[][] where(List<int[]> segments, int features) {
    int[] counts = new int[features];
    segments.forEach(ids -> IntStream.of(ids).forEach(id -> counts[id]++));
    int[][] where = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
    int[] filled = new int[features];
    for (int s = 0; s < segments.size(); s++) {
      for (int id : segments.get(s)) {
        where[id][filled[id]++] = s;
      }
    }
    return where;
  }

  private static Meetings meetings(int feature, int[] where, List<int[]> segments, int contexts) {
    float[] met = new float[contexts];
    for (int s : where) {
      int[] ids = segments.get(s);
      float weight = 1f / (ids.length - 1);
      for (int id : ids) {
        int context = id - FIRST_CONTEXT;
        if (context >= 0 && context < contexts && id != feature) {
          met[context] += weight;
        }
      }
    }
    int[] columns = IntStream.range(0, contexts).filter(c -> met[c] > MIN_WEIGHT).toArray();
    float[] weights = new float[columns.length];
    for (int i = 0; i < columns.length; i++) {
      weights[i] = met[columns[i]];
    }
    return new Meetings(columns, weights);
  }

  /** Turns weights into positive pointwise mutual information, in place; the rest becomes 0. */
  private static void toInformation(List<int[]> columns, List<float[]> weights, int contexts) {
    double[] contextSums = new double[contexts];
    for (int row = 0; row < columns.size(); row++) {
      for (int i = 0; i < columns.get(row).length; i++) {
        contextSums[columns.get(row)[i]] += weights.get(row)[i];
      }
    }
    double smoothed = 0;
    for (int c = 0; c < contexts; c++) {
      contextSums[c] = Math.pow(contextSums[c], CONTEXT_SMOOTHING);
      smoothed += contextSums[c];
    }
    for (int row = 0; row < columns.size(); row++) {
      float[] cells = weights.get(row);
      double rowSum = 0;
      for (float cell : cells) {
        rowSum += cell;
      }
      for (int i = 0; i < cells.length; i++) {
        double expected = rowSum * contextSums[columns.get(row)[i]] / smoothed;
        cells[i] = (float) Math.max(0, Math.log(cells[i] / expected));
      }
    }
  }

  private static void scale(float[][] vectors) {
    double squares = Arrays.stream(vectors).mapToDouble(WordVectors::square).sum();
    double deviation = Math.sqrt(squares / ((double) vectors.length * vectors[0].length));
    float factor = deviation == 0 ? 0 : (float) (SPREAD / deviation);
    for (float[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= factor;
      }
    }
  }

  private static double square(float[] vector) {
    double sum = 0;
    for (float value : vector) {
      sum += (double) value * value;
    }
    return sum;
  }
}

package dev.truerole.classifier.train;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The leading left singular vectors of a sparse matrix by randomised subspace iteration (Halko,
 * Martinsson and Tropp 2011).
 */
final class TruncatedSvd {

  private static final int OVERSAMPLING = 10;
  private static final int ITERATIONS = 3;

  /** Directions whose variance is below this share of the largest are noise. */
  private static final double NEGLIGIBLE = 1e-10;

  private TruncatedSvd() {}

  /**
   * Rows U sqrt(S) of the decomposition, (rows, rank).
   *
   * @param matrix with more rows than {@code rank}
   * @param rank how many directions; those the matrix lacks come out 0
   */
  static float[][] scaledLeftVectors(SparseMatrix matrix, int rank, long seed) {
    SparseMatrix transposed = matrix.transpose();
    Random random = new Random(seed);
    float[][] range = new float[matrix.width()][rank + OVERSAMPLING];
    for (float[] row : range) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    for (int i = 0; i < ITERATIONS; i++) {
      range = orthonormal(transposed.times(orthonormal(matrix.times(range))));
    }
    return leading(matrix.times(range), rank);
  }

  /** Columns made orthonormal through the eigenvectors of their Gram matrix. */
  private static float[][] orthonormal(float[][] columns) {
    EigenDecomposition gram = gram(columns);
    double[] eigenvalues = gram.getRealEigenvalues();
    return rotate(
        columns,
        gram,
        eigenvalues.length,
        i -> eigenvalues[i] > NEGLIGIBLE * eigenvalues[0] ? 1 / Math.sqrt(eigenvalues[i]) : 0);
  }

  /** With Y = A Q of singular values s and left vectors U: the columns U sqrt(s). */
  private static float[][] leading(float[][] product, int rank) {
    EigenDecomposition gram = gram(product);
    double[] eigenvalues = gram.getRealEigenvalues();
    return rotate(
        product,
        gram,
        rank,
        i -> eigenvalues[i] > NEGLIGIBLE * eigenvalues[0] ? Math.pow(eigenvalues[i], -0.25) : 0);
  }

  private static EigenDecomposition gram(float[][] columns) {
    int k = columns[0].length;
    double[][] sums = new double[k][k];
    for (float[] row : columns) {
      for (int i = 0; i < k; i++) {
        for (int j = i; j < k; j++) {
          sums[i][j] += (double) row[i] * row[j];
        }
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        sums[i][j] = sums[j][i];
      }
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(sums, false));
  }

  private static float[][] rotate(
      float[][] columns,
      EigenDecomposition basis,
      int kept,
      java.util.function.IntToDoubleFunction scale) {
    int k = columns[0].length;
    double[][] turn = new double[k][kept];
    for (int j = 0; j < kept; j++) {
      double factor = scale.applyAsDouble(j);
      double[] vector = basis.getEigenvector(j).toArray();
      for (int i = 0; i < k; i++) {
        turn[i][j] = vector[i] * factor;
      }
    }
    return IntStream.range(0, columns.length)
        .parallel()
        .mapToObj(row -> turned(columns[row], turn, kept))
        .toArray(float[][]::new);
  }

  private static float[] turned(float[] row, double[][] turn, int kept) {
    double[] sums = new double[kept];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < kept; j++) {
        sums[j] += row[i] * turn[i][j];
      }
    }
    float[] out = new float[kept];
    for (int j = 0; j < kept; j++) {
      out[j] = (float) sums[j];
    }
    return out;
  }
}

package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TruncatedSvdTest {

  @Test
  void vectorsAreThoseOfADenseDecomposition() {
    double[][] matrix = matrix(60, 40, new Random(4));
    SingularValueDecomposition reference =
        new SingularValueDecomposition(new Array2DRowRealMatrix(matrix));
    int rank = 6;
    float[][] vectors = TruncatedSvd.scaledLeftVectors(sparse(matrix), rank, 1);
    for (int k = 0; k < rank; k++) {
      double[] expected = reference.getU().getColumn(k);
      double root = Math.sqrt(reference.getSingularValues()[k]);
      double sign = Math.signum(dot(vectors, k, expected));
      for (int row = 0; row < matrix.length; row++) {
        assertThat((double) vectors[row][k])
            .isCloseTo(sign * root * expected[row], Offset.offset(2e-3));
      }
    }
  }

  private static double dot(float[][] vectors, int column, double[] other) {
    return IntStream.range(0, other.length).mapToDouble(i -> vectors[i][column] * other[i]).sum();
  }

  /** Of diag(9, 4, 1) the vectors are 3, 2, 1 along the axes. */
  @Test
  void diagonalMatrixGivesItsRoots() {
    double[][] matrix = new double[5][3];
    matrix[0][0] = 9;
    matrix[3][1] = 4;
    matrix[4][2] = 1;
    float[][] vectors = TruncatedSvd.scaledLeftVectors(sparse(matrix), 3, 1);
    float[][] expected = {{3, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 2, 0}, {0, 0, 1}};
    for (int row = 0; row < 5; row++) {
      for (int k = 0; k < 3; k++) {
        assertThat(Math.abs(vectors[row][k])).isCloseTo(expected[row][k], Offset.offset(1e-3f));
      }
    }
  }

  @Test
  void directionsTheMatrixLacksAreZero() {
    double[][] matrix = new double[8][8];
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        matrix[i][j] = (i + 1) * (j + 1);
      }
    }
    float[][] vectors = TruncatedSvd.scaledLeftVectors(sparse(matrix), 3, 1);
    for (float[] vector : vectors) {
      assertThat(vector[0]).isNotZero();
      assertThat(vector[1]).isCloseTo(0, Offset.offset(0.05f));
      assertThat(vector[2]).isCloseTo(0, Offset.offset(0.05f));
    }
  }

  @Test
  void emptyMatrixGivesZeros() {
    float[][] vectors = TruncatedSvd.scaledLeftVectors(sparse(new double[4][4]), 2, 1);
    assertThat(vectors).hasDimensions(4, 2);
    for (float[] vector : vectors) {
      assertThat(vector).containsOnly(0);
    }
  }

  @Test
  void sameSeedGivesTheSameVectors() {
    SparseMatrix matrix = sparse(matrix(30, 20, new Random(9)));
    assertThat(TruncatedSvd.scaledLeftVectors(matrix, 4, 2))
        .isDeepEqualTo(TruncatedSvd.scaledLeftVectors(matrix, 4, 2));
  }

  @Test
  void productsAndTransposesAreThoseOfTheDenseMatrix() {
    double[][] matrix = matrix(7, 5, new Random(6));
    SparseMatrix sparse = sparse(matrix);
    float[][] identity = new float[5][5];
    for (int i = 0; i < 5; i++) {
      identity[i][i] = 1;
    }
    float[][] same = sparse.times(identity);
    float[][] turned = sparse.transpose().transpose().times(identity);
    for (int row = 0; row < 7; row++) {
      for (int column = 0; column < 5; column++) {
        assertThat(same[row][column]).isEqualTo((float) matrix[row][column]);
        assertThat(turned[row][column]).isEqualTo((float) matrix[row][column]);
      }
    }
    assertThat(sparse.rows()).isEqualTo(7);
    assertThat(sparse.transpose().rows()).isEqualTo(5);
  }

  /** Random, half empty, with singular values that fall off. */
  private static double[][] matrix(int rows, int columns, Random random) {
    double[][] matrix = new double[rows][columns];
    for (int k = 0; k < 8; k++) {
      double[] left = random.doubles(rows, 0, 1).map(x -> x < 0.5 ? 0 : x).toArray();
      double[] right = random.doubles(columns, 0, 1).map(x -> x < 0.5 ? 0 : x).toArray();
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          matrix[i][j] += left[i] * right[j] * Math.pow(0.5, k) * (k % 2 == 0 ? 1 : -1);
        }
      }
    }
    return matrix;
  }

  private static SparseMatrix sparse(double[][] matrix) {
    List<int[]> columns = new ArrayList<>();
    List<float[]> values = new ArrayList<>();
    for (double[] row : matrix) {
      int[] filled = IntStream.range(0, row.length).filter(i -> row[i] != 0).toArray();
      float[] cells = new float[filled.length];
      for (int i = 0; i < filled.length; i++) {
        cells[i] = (float) row[filled[i]];
      }
      columns.add(filled);
      values.add(cells);
    }
    return new SparseMatrix(columns, values, matrix[0].length);
  }
}

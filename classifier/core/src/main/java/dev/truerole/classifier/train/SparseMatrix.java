package dev.truerole.classifier.train;

import java.util.List;
import java.util.stream.IntStream;

/** A sparse matrix by rows, multiplied on all cores; the result does not depend on how many. */
final class SparseMatrix {

  private final int[][] columns;
  private final float[][] values;
  private final int width;

  /**
   * @param columns of each row, ascending
   * @param values of each row, one for each column
   * @param width how many columns there are
   */
  SparseMatrix(List<int[]> columns, List<float[]> values, int width) {
    this.columns = columns.toArray(int[][]::new);
    this.values = values.toArray(float[][]::new);
    this.width = width;
  }

  int rows() {
    return columns.length;
  }

  int width() {
    return width;
  }

  SparseMatrix transpose() {
    int[] counts = new int[width];
    for (int[] row : columns) {
      for (int column : row) {
        counts[column]++;
      }
    }
    List<int[]> rows = IntStream.of(counts).mapToObj(int[]::new).toList();
    List<float[]> cells = IntStream.of(counts).mapToObj(float[]::new).toList();
    int[] filled = new int[width];
    for (int row = 0; row < columns.length; row++) {
      for (int i = 0; i < columns[row].length; i++) {
        int column = columns[row][i];
        rows.get(column)[filled[column]] = row;
        cells.get(column)[filled[column]++] = values[row][i];
      }
    }
    return new SparseMatrix(rows, cells, columns.length);
  }

  /** This (n, width) times a dense (width, k), giving (n, k). */
  float[][] times(float[][] dense) {
    int k = dense[0].length;
    return IntStream.range(0, columns.length)
        .parallel()
        .mapToObj(
            row -> {
              float[] sum = new float[k];
              for (int i = 0; i < columns[row].length; i++) {
                float[] other = dense[columns[row][i]];
                float value = values[row][i];
                for (int j = 0; j < k; j++) {
                  sum[j] += value * other[j];
                }
              }
              return sum;
            })
        .toArray(float[][]::new);
  }
}

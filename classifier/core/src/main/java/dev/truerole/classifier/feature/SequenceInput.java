package dev.truerole.classifier.feature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * How sequences of words or word pieces enter a network: as ids, or as what its lower layers made
 * of them.
 */
public interface SequenceInput {

  /** As ids (N, T), padded with {@link dev.truerole.classifier.text.Wordpieces#PAD}. */
  SequenceInput IDS =
      (manager, sequences, width) -> {
        long[] ids = new long[sequences.size() * width];
        for (int row = 0; row < sequences.size(); row++) {
          int[] sequence = sequences.get(row);
          for (int i = 0; i < sequence.length; i++) {
            ids[row * width + i] = sequence[i];
          }
        }
        return manager.create(ids, new Shape(sequences.size(), width));
      };

  /**
   * One chunk.
   *
   * @param manager owns the result
   * @param sequences N sequences of ids, none longer than {@code width}
   * @param width T
   * @return ids (N, T), or activations (N, T, E) that stand for them
   */
  NDArray read(NDManager manager, List<int[]> sequences, int width);
}

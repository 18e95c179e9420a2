package dev.truerole.classifier.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SequenceChunksTest {

  private static final int[] NONE = {};

  private static EncodedPosting posting(int[]... pieces) {
    return new EncodedPosting(
        Arrays.stream(pieces).map(own -> new EncodedPosting.Row(NONE, 0, 7, own)).toList());
  }

  /** Equal sequences share a row; a segment without pieces has the row behind the last. */
  @Test
  void placesFindTheSequences() {
    EncodedPosting first = posting(new int[] {5, 6}, new int[] {1, 2, 3}, NONE);
    EncodedPosting second = posting(new int[] {1, 2, 3}, new int[] {5, 6});
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList tensors =
          SequenceChunks.of(List.of(first, second)).tensors(manager, SequenceInput.IDS);
      assertThat(tensors).hasSize(5);
      assertThat(tensors.get(0).toLongArray()).containsExactly(1, 0, 2, 0, 1);
      assertThat(tensors.get(1).getShape()).isEqualTo(new Shape(1, 3));
      assertThat(tensors.get(1).toLongArray()).containsExactly(1, 2, 3);
      assertThat(tensors.get(3).toLongArray()).containsExactly(5, 6);
      assertThat(tensors.get(4).toFloatArray()).containsExactly(2);
    }
  }

  @Test
  void shorterSequencesAreFilledUp() {
    EncodedPosting posting = posting(new int[] {1, 2, 3, 4, 5}, new int[] {6, 7, 8, 9});
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList tensors = SequenceChunks.of(List.of(posting)).tensors(manager, SequenceInput.IDS);
      assertThat(tensors.get(1).toLongArray()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 0);
      assertThat(tensors.get(2).toFloatArray()).containsExactly(5, 4);
    }
  }

  @Test
  void postingsWithoutPiecesNeedNoTensors() {
    try (NDManager manager = NDManager.newBaseManager()) {
      assertThat(
              SequenceChunks.of(List.of(posting(NONE, NONE))).tensors(manager, SequenceInput.IDS))
          .isEmpty();
    }
  }

  /** Over random lengths: every sequence once, little padding, no chunk too large. */
  @Test
  void chunksAreCompleteAndTight() {
    Random random = new Random(4);
    List<IntBuffer> sequences = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      sequences.add(IntBuffer.wrap(random.ints(1 + random.nextInt(120), 1, 50).toArray()));
    }
    List<List<int[]>> chunks = SequenceChunks.distinct(sequences);
    assertThat(chunks.stream().flatMap(List::stream).map(IntBuffer::wrap))
        .containsExactlyInAnyOrderElementsOf(sequences.stream().distinct().toList());
    for (List<int[]> chunk : chunks) {
      int width = chunk.get(0).length;
      assertThat(chunk.size() * width).isLessThanOrEqualTo(8192);
      assertThat(chunk)
          .allSatisfy(
              pieces -> assertThat((double) pieces.length).isBetween(0.8 * width, 1.0 * width));
    }
  }
}

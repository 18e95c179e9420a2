package dev.truerole.classifier.feature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct sequences of a batch, of words or of word pieces, in chunks of like length, so that
 * an encoder reads each once and with little padding.
 */
public final class SequenceChunks {

  /** Ids in a chunk, padding included, but for a single sequence: bounds the encoder's memory. */
  private static final int MAX_IDS = 8192;

  /** A sequence this much shorter than the longest of its chunk starts the next one. */
  private static final double LEAST_FILL = 0.8;

  private final List<List<int[]>> chunks;
  private final long[] order;

  private SequenceChunks(List<List<int[]>> chunks, long[] order) {
    this.chunks = chunks;
    this.order = order;
  }

  static SequenceChunks of(List<EncodedPosting> postings) {
    List<IntBuffer> all =
        postings.stream()
            .flatMap(posting -> posting.sequences().stream())
            .map(IntBuffer::wrap)
            .toList();
    List<List<int[]>> chunks = distinct(all.stream().filter(IntBuffer::hasRemaining).toList());
    Map<IntBuffer, Integer> places = new HashMap<>();
    chunks.forEach(
        chunk -> chunk.forEach(pieces -> places.put(IntBuffer.wrap(pieces), places.size())));
    return new SequenceChunks(
        chunks,
        all.stream().mapToLong(pieces -> places.getOrDefault(pieces, places.size())).toArray());
  }

  /** The distinct sequences, the longest first, in chunks. */
  public static List<List<int[]>> distinct(Collection<IntBuffer> sequences) {
    List<int[]> longestFirst =
        sequences.stream()
            .distinct()
            .sorted(Comparator.comparingInt(IntBuffer::remaining).reversed())
            .map(IntBuffer::array)
            .toList();
    List<List<int[]>> chunks = new ArrayList<>();
    int width = 0;
    for (int[] pieces : longestFirst) {
      List<int[]> last = chunks.isEmpty() ? List.of() : chunks.get(chunks.size() - 1);
      boolean full = (last.size() + 1) * width > MAX_IDS || pieces.length < LEAST_FILL * width;
      if (chunks.isEmpty() || full) {
        chunks.add(new ArrayList<>());
        width = pieces.length;
      }
      chunks.get(chunks.size() - 1).add(pieces);
    }
    return chunks;
  }

  /**
   * The tensors, none if there are no sequences.
   *
   * @return places (S): the row of each segment's sequence among those of all chunks, the row
   *     behind the last for a segment without a sequence; then for each chunk what {@code input}
   *     gives, (N, T) or (N, T, E), and its lengths (N, 1)
   */
  NDList tensors(NDManager manager, SequenceInput input) {
    NDList tensors = new NDList();
    if (!chunks.isEmpty()) {
      tensors.add(manager.create(order));
      for (List<int[]> chunk : chunks) {
        tensors.add(input.read(manager, chunk, chunk.get(0).length));
        tensors.add(lengths(manager, chunk));
      }
    }
    return tensors;
  }

  /** How long the sequences of a chunk are, (N, 1). */
  public static NDArray lengths(NDManager manager, List<int[]> chunk) {
    float[] lengths = new float[chunk.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = chunk.get(i).length;
    }
    return manager.create(lengths, new Shape(lengths.length, 1));
  }
}

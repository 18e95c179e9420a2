package dev.truerole.classifier.feature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Batches of postings as a network reads them, for training and prediction alike.
 *
 * <p>B = postings, S = segments of all of them, V = vocabulary. A batch holds no padding: segments
 * stand one under the other, and a second matrix says whose they are.
 */
public final class PostingBatches {

  private PostingBatches() {}

  /**
   * Cuts a corpus into batches of postings of like length.
   *
   * @param postings what to batch
   * @param maxPostings the most postings in a batch
   * @param maxIds the most ids in a batch; a single longer posting stands alone
   * @return indices into {@code postings}, each exactly once
   */
  public static List<List<Integer>> byLength(
      List<EncodedPosting> postings, int maxPostings, int maxIds) {
    List<List<Integer>> batches = new ArrayList<>();
    List<Integer> batch = new ArrayList<>();
    int ids = 0;
    List<Integer> ascending =
        IntStream.range(0, postings.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> postings.get(i).ids()))
            .toList();
    for (int index : ascending) {
      int more = postings.get(index).ids();
      if (!batch.isEmpty() && (batch.size() == maxPostings || ids + more > maxIds)) {
        batches.add(batch);
        batch = new ArrayList<>();
        ids = 0;
      }
      batch.add(index);
      ids += more;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  /**
   * The tensors of a batch.
   *
   * @param manager owns the tensors
   * @param postings B postings with S &gt; 0 segments in all
   * @param vocabularySize V
   * @return bags (S, V), sparse, each row's values 1 / sqrt(ids in the segment); and membership (B,
   *     S), 1 where the segment is of the posting
   */
  public static NDList tensors(
      NDManager manager, List<EncodedPosting> postings, int vocabularySize) {
    return tensors(manager, postings, vocabularySize, id -> true);
  }

  /** The same with only those ids that {@code keep} takes, asked once for each place. */
  public static NDList tensors(
      NDManager manager, List<EncodedPosting> postings, int vocabularySize, IntPredicate keep) {
    int segments = postings.stream().mapToInt(EncodedPosting::segments).sum();
    int ids = postings.stream().mapToInt(EncodedPosting::ids).sum();
    long[][] places = new long[2][ids];
    float[] values = new float[ids];
    float[] membership = new float[postings.size() * segments];
    int row = 0;
    int count = 0;
    for (int b = 0; b < postings.size(); b++) {
      for (int s = 0; s < postings.get(b).segments(); s++) {
        membership[b * segments + row] = 1;
        int from = count;
        for (int id : postings.get(b).segment(s)) {
          if (keep.test(id)) {
            places[0][count] = row;
            places[1][count++] = id;
          }
        }
        for (int i = from; i < count; i++) {
          values[i] = (float) (1 / Math.sqrt(count - from));
        }
        row++;
      }
    }
    NDArray bags =
        manager.createCoo(
            FloatBuffer.wrap(values, 0, count).slice(),
            new long[][] {
              java.util.Arrays.copyOf(places[0], count), java.util.Arrays.copyOf(places[1], count)
            },
            new Shape(segments, vocabularySize));
    NDArray owners = manager.create(membership, new Shape(postings.size(), segments));
    return new NDList(bags, owners.toType(DataType.FLOAT32, false));
  }
}

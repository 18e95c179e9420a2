package dev.truerole.classifier.feature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Batches of postings as a network reads them, for training and prediction alike.
 *
 * <p>B = postings, S = segments of all of them, V = vocabulary, M = marks. A batch holds no
 * padding: segments stand one under the other, and a matrix says whose they are.
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
    for (int index : ascending(postings)) {
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

  private static List<Integer> ascending(List<EncodedPosting> postings) {
    return IntStream.range(0, postings.size())
        .boxed()
        .sorted(Comparator.comparingInt(i -> postings.get(i).ids()))
        .toList();
  }

  /**
   * The tensors of a batch.
   *
   * @param manager owns the tensors
   * @param postings B postings, S &gt; 0 segments in all
   * @param features V
   * @return bags (S, V), sparse, each row's values 1 / sqrt(ids in the segment); marks (S, M), 0 or
   *     1; membership (B, S), 1 where the segment is of the posting; and, if the postings hold
   *     sequences, what {@link SequenceChunks} gives
   */
  public static NDList tensors(NDManager manager, List<EncodedPosting> postings, int features) {
    return tensors(manager, postings, features, () -> true, SequenceInput.IDS);
  }

  /**
   * The same with words dropped, for training.
   *
   * @param keep asked once for each id, in order, whether it stays
   * @param sequences how sequences enter the network
   */
  public static NDList tensors(
      NDManager manager,
      List<EncodedPosting> postings,
      int features,
      BooleanSupplier keep,
      SequenceInput sequences) {
    int segments = postings.stream().mapToInt(EncodedPosting::segments).sum();
    int ids = postings.stream().mapToInt(EncodedPosting::ids).sum();
    Rows rows = new Rows(ids, segments, postings.size());
    for (EncodedPosting posting : postings) {
      for (EncodedPosting.Row row : posting.rows()) {
        rows.add(row, keep);
      }
      rows.posting++;
    }
    NDList tensors = rows.tensors(manager, features);
    tensors.addAll(SequenceChunks.of(postings).tensors(manager, sequences));
    return tensors;
  }

  /** The batch while it is filled, row by row. */
  private static final class Rows {
    private final long[] rowOf;
    private final long[] idOf;
    private final float[] values;
    private final float[] marks;
    private final float[] membership;
    private final int segments;
    private int row;
    private int count;
    private int posting;

    Rows(int ids, int segments, int postings) {
      this.segments = segments;
      rowOf = new long[ids];
      idOf = new long[ids];
      values = new float[ids];
      marks = new float[segments * PostingEncoder.MARKS];
      membership = new float[postings * segments];
    }

    void add(EncodedPosting.Row encoded, BooleanSupplier keep) {
      int from = count;
      for (int id : encoded.ids) {
        if (keep.getAsBoolean()) {
          rowOf[count] = row;
          idOf[count++] = id;
        }
      }
      Arrays.fill(values, from, count, (float) (1 / Math.sqrt(count - from)));
      marks[row * PostingEncoder.MARKS + encoded.section] = 1;
      marks[row * PostingEncoder.MARKS + encoded.kind] = 1;
      membership[posting * segments + row] = 1;
      row++;
    }

    NDList tensors(NDManager manager, int features) {
      return new NDList(
          bags(manager, features),
          manager.create(marks, new Shape(segments, PostingEncoder.MARKS)),
          manager.create(membership, new Shape(membership.length / segments, segments)));
    }

    /**
     * The sparse tensor, whose places and values stay the manager's. {@code NDManager.createCoo}
     * lets go of them at once, though the tensor still points into their memory: after a garbage
     * collection it would hold whatever stands there then.
     */
    private NDArray bags(NDManager manager, int features) {
      long[] places = Arrays.copyOf(rowOf, 2 * count);
      System.arraycopy(idOf, 0, places, count, count);
      NDArray where = manager.create(places, new Shape(2, count));
      NDArray what = manager.create(Arrays.copyOf(values, count), new Shape(count));
      return JniUtils.createSparseCoo(
          (PtNDArray) where, (PtNDArray) what, new Shape(segments, features));
    }
  }
}

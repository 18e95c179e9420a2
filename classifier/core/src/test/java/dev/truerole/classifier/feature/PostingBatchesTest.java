package dev.truerole.classifier.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.text.Section;
import dev.truerole.classifier.text.Segment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingBatchesTest {

  private static final Vocabulary VOCABULARY =
      Vocabulary.of(List.of("sql", "python", "python sql", "tea"));
  private static final PostingEncoder ENCODER = PostingEncoder.ofBags(VOCABULARY);

  /** Two segments: "Python SQL python" and one of unknown words. */
  private static final EncodedPosting FIRST =
      ENCODER.encode(
          List.of(
              Words.of("Python SQL python", Segment.Kind.LIST_ITEM, Section.REQUIREMENTS),
              Words.of("xyzzy plugh", Segment.Kind.HEADING, Section.RESPONSIBILITIES)));

  private static final EncodedPosting SECOND =
      ENCODER.encode(List.of(Words.of("Tea", Segment.Kind.SENTENCE, Section.OTHER)));

  @Test
  void postingsAreEncodedByTheirKnownWords() {
    assertThat(FIRST.segments()).isEqualTo(2);
    assertThat(FIRST.ids()).isEqualTo(4);
    assertThat(FIRST.distinctIds(0)).containsExactly(0, 1, 2);
    assertThat(FIRST.distinctIds(1)).isEmpty();
  }

  @Test
  void tensorsHoldBagsMarksAndMembership() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList tensors = PostingBatches.tensors(manager, List.of(FIRST, SECOND), VOCABULARY.size());
      assertThat(tensors.get(0).getShape()).isEqualTo(new Shape(3, 4));
      assertThat(tensors.get(1).getShape()).isEqualTo(new Shape(3, PostingEncoder.MARKS));
      assertThat(tensors.get(2).getShape()).isEqualTo(new Shape(2, 3));
      float[] bags = tensors.get(0).toDense().toFloatArray();
      assertThat(bags)
          .as("four ids weigh 1/2 each, python stands there twice")
          .containsExactly(
              new float[] {0.5f, 1, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 1}, Offset.offset(1e-6f));
      float[] marks = new float[3 * PostingEncoder.MARKS];
      marks[mark(0, Section.REQUIREMENTS.ordinal())] = 1;
      marks[mark(0, Section.values().length + Segment.Kind.LIST_ITEM.ordinal())] = 1;
      marks[mark(1, Section.RESPONSIBILITIES.ordinal())] = 1;
      marks[mark(1, Section.values().length + Segment.Kind.HEADING.ordinal())] = 1;
      marks[mark(2, Section.OTHER.ordinal())] = 1;
      marks[mark(2, Section.values().length + Segment.Kind.SENTENCE.ordinal())] = 1;
      assertThat(tensors.get(1).toFloatArray()).containsExactly(marks);
      assertThat(tensors.get(2).toFloatArray()).containsExactly(1, 1, 0, 0, 0, 1);
    }
  }

  private static int mark(int segment, int mark) {
    return segment * PostingEncoder.MARKS + mark;
  }

  @Test
  void droppedWordsLeaveTheOthersHeavier() {
    Iterator<Boolean> kept = List.of(true, false, false, true, true).iterator();
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList tensors =
          PostingBatches.tensors(
              manager, List.of(FIRST, SECOND), VOCABULARY.size(), kept::next, SequenceInput.IDS);
      float[] bags = tensors.get(0).toDense().toFloatArray();
      float half = (float) Math.sqrt(0.5);
      assertThat(IntStream.range(0, 12).mapToDouble(i -> bags[i]).sum())
          .isCloseTo(2 * half + 1, Offset.offset(1e-5));
    }
    assertThat(kept.hasNext()).as("asked once for each id").isFalse();
  }

  @Test
  void aBatchOfUnknownWordsHasTensorsToo() {
    EncodedPosting unknown = ENCODER.encode(List.of(Words.sentence("xyzzy plugh")));
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList tensors = PostingBatches.tensors(manager, List.of(unknown), VOCABULARY.size());
      assertThat(tensors.get(0).toDense().toFloatArray()).containsOnly(0).hasSize(4);
    }
  }

  /** The memory under a sparse tensor has to stay for as long as its manager is open. */
  @Test
  void tensorsOutliveAGarbageCollection() {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<NDList> batches = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        batches.add(PostingBatches.tensors(manager, List.of(FIRST, SECOND), VOCABULARY.size()));
      }
      List<ByteBuffer> others = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        System.gc();
        for (int k = 0; k < 2000; k++) {
          ByteBuffer other = ByteBuffer.allocateDirect(80);
          while (other.hasRemaining()) {
            other.put(Byte.MAX_VALUE);
          }
          others.add(other);
        }
      }
      assertThat(others).isNotEmpty();
      for (NDList batch : batches) {
        assertThat(batch.get(0).toDense().toFloatArray())
            .containsExactly(0.5f, 1, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 100000", "7, 100000", "32, 2000", "500, 1", "500, 1000000"})
  void batchesCoverEveryPostingOnceWithinTheLimits(int maxPostings, int maxIds) {
    PostingEncoder encoder = PostingEncoder.ofBags(Vocabulary.learn(Shipped.segments(), 2, 3));
    List<EncodedPosting> postings = Shipped.segments().stream().map(encoder::encode).toList();
    List<List<Integer>> batches = PostingBatches.byLength(postings, maxPostings, maxIds);
    List<Integer> all = new ArrayList<>();
    for (List<Integer> batch : batches) {
      int ids = batch.stream().mapToInt(i -> postings.get(i).ids()).sum();
      assertThat(batch).isNotEmpty().hasSizeLessThanOrEqualTo(maxPostings);
      assertThat(batch.size() == 1 || ids <= maxIds).isTrue();
      all.addAll(batch);
    }
    assertThat(all)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, postings.size()).boxed().toList())
        .isSortedAccordingTo(java.util.Comparator.comparingInt(i -> postings.get(i).ids()));
  }

  @Test
  void noPostingsGiveNoBatch() {
    assertThat(PostingBatches.byLength(List.of(), 8, 8)).isEmpty();
  }
}

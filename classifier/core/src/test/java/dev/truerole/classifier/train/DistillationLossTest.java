package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.truerole.classifier.feature.EncodedPosting;
import dev.truerole.classifier.feature.PostingEncoder;
import dev.truerole.classifier.feature.Vocabulary;
import dev.truerole.classifier.model.Evidence;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Two postings, of two segments and of one; figures worked out by hand. */
class DistillationLossTest {

  private static final Offset<Float> CLOSE = Offset.offset(1e-4f);
  private static final EncodedPosting TWO = posting("Build models. Ship models.");
  private static final EncodedPosting ONE = posting("Build models.");

  private static EncodedPosting posting(String text) {
    return PostingEncoder.ofBags(Vocabulary.of(List.of("models")))
        .encode(Postings.of("id", null, text, null).segments());
  }

  private static Prediction said(double ds, double share, Evidence... evidence) {
    return new Prediction(
        Map.of(Role.DATA_SCIENTIST, ds, Role.OTHER, 1 - ds), share, 0.5, 1, List.of(evidence));
  }

  private static float loss(Example... batch) {
    try (NDManager manager = NDManager.newBaseManager()) {
      float[] probabilities = {0.5f, 0.1f, 0.1f, 0.3f, 0.25f, 0.25f, 0.25f, 0.25f};
      float[] sums = {1, 1, 1, 0, 1, 1, 1, 1, (float) Math.log(3), 1};
      float[] evidence = {0, 1, 0.5f, 2, 0, -0.5f, 0, 0, 0};
      NDList outputs =
          new NDList(
              manager.create(probabilities, new Shape(2, 4)),
              manager.create(sums, new Shape(2, 5)),
              manager.create(evidence, new Shape(3, 3)));
      return DistillationLoss.of(manager, outputs, List.of(batch)).getFloat();
    }
  }

  /** What is left where a student says what its teacher says is the teacher's own doubt. */
  @Test
  void aFaithfulStudentLosesOnlyItsTeachersDoubt() {
    Prediction first = said(1, 0.5, new Evidence(0, 0, 1, 0.5), new Evidence(1, 2, 0, -0.5));
    assertThat(loss(new Example(TWO, null, first), new Example(ONE, null, null)))
        .isCloseTo((float) -Math.log(0.5), CLOSE);
  }

  @Test
  void postingsWithoutATeachersWordCountForNothing() {
    Label label = new Label(Role.HYBRID, null, 2);
    assertThat(loss(new Example(TWO, label, null), new Example(ONE, null, null))).isZero();
  }

  /** Share 0.75 instead of 0.25 costs 2 x 0.5; evidence 3 instead of 0 its Huber distance. */
  @Test
  void everyDifferenceCosts() {
    Prediction second = said(0, 0.25, new Evidence(0, 3, 0, 0));
    double evidence = Math.log(4) - 0.05;
    assertThat(loss(new Example(TWO, null, null), new Example(ONE, null, second)))
        .isCloseTo((float) (-Math.log(0.25) + 2 * 0.5 + evidence), CLOSE);
  }

  @Test
  void theMeanIsOverThePostingsTaught() {
    Prediction first = said(1, 0.5, new Evidence(0, 0, 1, 0.5), new Evidence(1, 2, 0, -0.5));
    Prediction second = said(0, 0.75, new Evidence(0, 0, 0, 0));
    assertThat(loss(new Example(TWO, null, first), new Example(ONE, null, second)))
        .isCloseTo((float) ((-Math.log(0.5) - Math.log(0.25)) / 2), CLOSE);
  }
}

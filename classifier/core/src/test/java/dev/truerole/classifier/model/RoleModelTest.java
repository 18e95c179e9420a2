package dev.truerole.classifier.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.truerole.classifier.Shipped;
import dev.truerole.classifier.text.Segment;
import dev.truerole.classifier.text.Segmenter;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped model on the authored postings. */
class RoleModelTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-4);

  private static RoleModel model;
  private static List<Prediction> predictions;

  @BeforeAll
  static void predictAll() {
    model = RoleModel.open(Shipped.ROLE_MODEL);
    predictions = model.predict(Shipped.segments());
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @Test
  void probabilitiesSumToOne() {
    for (Prediction prediction : predictions) {
      assertThat(prediction.probabilities()).containsOnlyKeys(Role.values());
      assertThat(prediction.probabilities().values()).allMatch(p -> p >= 0 && p <= 1);
      assertThat(prediction.probabilities().values().stream().mapToDouble(p -> p).sum())
          .isCloseTo(1, Offset.offset(1e-5));
      assertThat(prediction.dsShare()).isBetween(0.0, 1.0);
      assertThat(prediction.sigma()).isPositive();
    }
  }

  /** What is shown as evidence is all there is to the answer. */
  @Test
  void contributionsSumToTheOutputs() throws IOException {
    double epsilon = Math.exp(weight("evidence_03head_logEpsilon"));
    double bias = weight("evidence_03head_scopeBias");
    for (int i = 0; i < predictions.size(); i++) {
      Prediction prediction = predictions.get(i);
      double ds = prediction.evidence().stream().mapToDouble(Evidence::dataScientist).sum();
      double ml = prediction.evidence().stream().mapToDouble(Evidence::mlEngineer).sum();
      double scope = prediction.evidence().stream().mapToDouble(Evidence::scope).sum();
      assertThat(prediction.evidence()).hasSameSizeAs(Shipped.segments().get(i));
      assertThat(prediction.dsShare()).isCloseTo((ds + epsilon) / (ds + ml + 2 * epsilon), CLOSE);
      assertThat(prediction.scope()).isCloseTo(scope + bias, Offset.offset(1e-3));
    }
  }

  /** PyTorch's setting that no gradients are wanted holds for one thread only. */
  @Test
  void opensAndPredictsOnAnyThread() throws Exception {
    FutureTask<List<Prediction>> elsewhere =
        new FutureTask<>(
            () -> {
              try (RoleModel opened = RoleModel.open(Shipped.ROLE_MODEL)) {
                return opened.predict(Shipped.segments().subList(0, 3));
              }
            });
    new Thread(elsewhere).start();
    assertThat(elsewhere.get()).hasSize(3);
  }

  private static double weight(String name) throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      byte[] file = Files.readAllBytes(Shipped.ROLE_MODEL.resolve(ModelStore.WEIGHTS));
      return NDList.decode(manager, file)
          .get(name)
          .toType(ai.djl.ndarray.types.DataType.FLOAT32, false)
          .toFloatArray()[0];
    }
  }

  @Test
  void evidenceForASideIsNeverNegative() {
    for (Prediction prediction : predictions) {
      for (int i = 0; i < prediction.evidence().size(); i++) {
        Evidence evidence = prediction.evidence().get(i);
        assertThat(evidence.segment()).isEqualTo(i);
        assertThat(evidence.dataScientist()).isNotNegative();
        assertThat(evidence.mlEngineer()).isNotNegative();
      }
    }
  }

  @Test
  void companyDoesNotChangeThePrediction() {
    for (int i = 0; i < predictions.size(); i += 7) {
      Prediction alone = model.predict(List.of(Shipped.segments().get(i))).get(0);
      check(alone, predictions.get(i));
    }
  }

  @Test
  void threadsGetTheSamePredictions() {
    List<Prediction> parallel =
        IntStream.range(0, 4 * predictions.size())
            .parallel()
            .mapToObj(
                i -> model.predict(List.of(Shipped.segments().get(i % predictions.size()))).get(0))
            .toList();
    for (int i = 0; i < parallel.size(); i++) {
      check(parallel.get(i), predictions.get(i % predictions.size()));
    }
  }

  private static void check(Prediction actual, Prediction expected) {
    for (Role role : Role.values()) {
      assertThat(actual.probability(role)).isCloseTo(expected.probability(role), CLOSE);
    }
    assertThat(actual.dsShare()).isCloseTo(expected.dsShare(), CLOSE);
  }

  /** What a posting calls the job must not decide what the job is. */
  @Test
  void anotherRoleNameChangesNoPrediction() {
    Segmenter segmenter = Segmenter.load();
    List<List<Segment>> given = new ArrayList<>();
    List<List<Segment>> swapped = new ArrayList<>();
    for (JobPosting posting : Shipped.postings()) {
      String text = posting.body().text();
      given.add(segments(segmenter, text + "\nWe hire a data scientist. Data Scientists stay."));
      swapped.add(
          segments(
              segmenter,
              text + "\nWe hire a machine learning engineer. Machine Learning Engineers stay."));
    }
    List<Prediction> before = model.predict(given);
    List<Prediction> after = model.predict(swapped);
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).probabilities()).isEqualTo(before.get(i).probabilities());
    }
  }

  @Test
  void unknownWordsArePredictedToo() {
    Segmenter segmenter = Segmenter.load();
    List<Segment> unknown = segments(segmenter, "Xyzzy plugh qwrtz.\n\nBlorb frotz gnusto.");
    Prediction prediction = model.predict(List.of(unknown)).get(0);
    assertThat(prediction.probabilities().values().stream().mapToDouble(p -> p).sum())
        .isCloseTo(1, CLOSE);
  }

  @Test
  void postingWithoutSegmentsIsRefused() {
    assertThatThrownBy(() -> model.predict(List.of(Shipped.segments().get(0), List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without segments");
  }

  @Test
  void nothingInGivesNothingOut() {
    assertThat(model.predict(List.of())).isEmpty();
  }

  private static List<Segment> segments(Segmenter segmenter, String text) {
    return segmenter.segment(PostingBody.ofPlainText(text));
  }
}

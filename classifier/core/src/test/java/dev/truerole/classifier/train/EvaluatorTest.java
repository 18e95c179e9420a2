package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected figures come from an independent implementation of the definitions, in Python. */
class EvaluatorTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-9);

  private static final Role DS = Role.DATA_SCIENTIST;
  private static final Role ML = Role.ML_ENGINEER;
  private static final Role HYBRID = Role.HYBRID;
  private static final Role OTHER = Role.OTHER;

  /** A label's role and share (of 100, -1 for none), then an answer. */
  private record Row(Role label, int share, Role answer, double probability, double dsShare) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(DS, 90, DS, .91, .88),
          new Row(DS, 75, DS, .55, .70),
          new Row(DS, 65, HYBRID, .48, .60),
          new Row(DS, 100, ML, .62, .30),
          new Row(ML, 10, ML, .97, .05),
          new Row(ML, 35, HYBRID, .51, .45),
          new Row(ML, 20, ML, .73, .28),
          new Row(HYBRID, 50, HYBRID, .66, .52),
          new Row(HYBRID, 40, ML, .42, .33),
          new Row(HYBRID, 60, HYBRID, .80, .58),
          new Row(HYBRID, 55, DS, .58, .71),
          new Row(OTHER, -1, OTHER, .99, .50),
          new Row(OTHER, -1, DS, .35, .66),
          new Row(OTHER, -1, OTHER, .77, .40));

  @Test
  void figuresAreThoseOfTheReference() {
    Evaluation evaluation = evaluate(ROWS);
    assertThat(evaluation.postings()).isEqualTo(14);
    assertThat(evaluation.macroF1()).isCloseTo(0.5928571428571429, CLOSE);
    assertThat(evaluation.accuracy()).isCloseTo(0.5714285714285714, CLOSE);
    assertThat(evaluation.calibrationError()).isCloseTo(0.21428571428571427, CLOSE);
    assertThat(evaluation.shareError()).isCloseTo(0.12, CLOSE);
    assertThat(evaluation.shareCorrelation()).isCloseTo(0.6226059181182463, CLOSE);
    assertThat(f1(evaluation, DS)).isCloseTo(0.5, CLOSE);
    assertThat(f1(evaluation, HYBRID)).isCloseTo(0.5, CLOSE);
    assertThat(f1(evaluation, ML)).isCloseTo(0.5714285714285714, CLOSE);
    assertThat(f1(evaluation, OTHER)).isCloseTo(0.8, CLOSE);
  }

  @Test
  void rolesWithoutALabelDoNotCountInTheMean() {
    Evaluation evaluation = evaluate(ROWS.stream().filter(row -> row.label() != HYBRID).toList());
    assertThat(evaluation.macroF1()).isCloseTo(0.6793650793650793, CLOSE);
    assertThat(evaluation.accuracy()).isCloseTo(0.6, CLOSE);
    assertThat(evaluation.calibrationError()).isCloseTo(0.214, CLOSE);
    assertThat(evaluation.shareError()).isCloseTo(0.15, CLOSE);
    assertThat(evaluation.shareCorrelation()).isCloseTo(0.6484612508628392, CLOSE);
    assertThat(f1(evaluation, HYBRID)).isZero();
  }

  /**
   * Bootstraps draw from other generators, so the ends agree only roughly (reference .279, .804).
   */
  @Test
  void intervalIsAboutThatOfTheReference() {
    Evaluation evaluation = evaluate(ROWS);
    assertThat(evaluation.macroF1Low()).isCloseTo(0.279, Offset.offset(0.05));
    assertThat(evaluation.macroF1High()).isCloseTo(0.804, Offset.offset(0.05));
    assertThat(evaluation.macroF1()).isBetween(evaluation.macroF1Low(), evaluation.macroF1High());
    assertThat(evaluate(ROWS)).isEqualTo(evaluation);
  }

  @Test
  void confusionCountsLabelsByAnswers() {
    assertThat(evaluate(ROWS).confusion())
        .containsExactly(
            List.of(2, 1, 1, 0), List.of(0, 2, 1, 0), List.of(1, 1, 2, 0), List.of(1, 0, 0, 2));
    Evaluation.RoleFigures figures = evaluate(ROWS).byRole().get(ML);
    assertThat(figures.precision()).isCloseTo(0.5, CLOSE);
    assertThat(figures.recall()).isCloseTo(2 / 3.0, CLOSE);
    assertThat(figures.support()).isEqualTo(3);
  }

  @Test
  void predictionsAreAnswersOfTheirMostProbableRole() {
    List<Prediction> predictions = new ArrayList<>();
    for (Row row : ROWS) {
      Map<Role, Double> probabilities = new java.util.EnumMap<>(Role.class);
      for (Role role : Role.values()) {
        probabilities.put(
            role, role == row.answer() ? row.probability() : (1 - row.probability()) / 3);
      }
      predictions.add(new Prediction(probabilities, row.dsShare(), 1, 0, List.of()));
    }
    assertThat(Evaluator.evaluate(predictions, labels(ROWS)))
        .usingRecursiveComparison()
        .ignoringFields("shareCoverage")
        .isEqualTo(evaluate(ROWS));
  }

  /** Around 0.5 with scale 1, four shares in five lie between 0.1 and 0.9. */
  @Test
  void coverageCountsTrueSharesInsideTheInterval() {
    Prediction even = new Prediction(Map.of(HYBRID, 1.0), 0.5, 1, 0, List.of());
    assertThat(even.shareWithin(0.8).low()).isCloseTo(0.1, Offset.offset(1e-9));
    assertThat(even.shareWithin(0.8).high()).isCloseTo(0.9, Offset.offset(1e-9));
    List<Label> labels =
        List.of(0.5, 0.1, 0.05, 1.0).stream()
            .map(share -> new Label(Role.ofShare(share), share, 2))
            .toList();
    assertThat(Evaluator.evaluate(List.of(even, even, even, even), labels).shareCoverage())
        .isEqualTo(0.5);
  }

  /** Two bins of two: 0.55 half right, 0.95 all right. */
  @Test
  void binsAreBehindTheCalibrationError() {
    List<Row> rows =
        List.of(
            new Row(DS, 90, DS, .55, .9),
            new Row(ML, 10, DS, .55, .9),
            new Row(DS, 90, DS, .95, .9),
            new Row(DS, 90, DS, .95, .9));
    Evaluation evaluation = evaluate(rows);
    assertThat(evaluation.reliability())
        .extracting(Evaluation.ReliabilityBin::answers, Evaluation.ReliabilityBin::accuracy)
        .containsExactly(tuple(2, 0.5), tuple(2, 1.0));
    assertThat(evaluation.calibrationError()).isCloseTo(0.05, Offset.offset(1e-9));
  }

  @Test
  void majorityAnswersTheMostFrequentRole() {
    List<Label> labels = labels(ROWS);
    List<Label> training = List.of(new Label(ML, null, 2), new Label(ML, null, 2), labels.get(0));
    Evaluation evaluation = Evaluator.majority(training, labels);
    assertThat(evaluation.accuracy()).isCloseTo(3 / 14.0, CLOSE);
    assertThat(evaluation.byRole().get(ML).recall()).isCloseTo(1, CLOSE);
    assertThat(evaluation.calibrationError()).isCloseTo(2 / 3.0 - 3 / 14.0, CLOSE);
    assertThat(evaluation.shareCorrelation()).isZero();
  }

  @Test
  void titlesAreABaselineToo() {
    Evaluation evaluation = Evaluator.titles(AuthoredCorpus.authored().postings());
    assertThat(evaluation.postings()).isEqualTo(AuthoredCorpus.authored().postings().size());
    assertThat(evaluation.macroF1()).as("titles mislead on purpose").isBetween(0.2, 0.8);
  }

  @Test
  void withoutAStatedShareThereIsNoShareError() {
    Evaluation evaluation = evaluate(List.of(new Row(OTHER, -1, OTHER, .9, .5)));
    assertThat(evaluation.shareError()).isNaN();
    assertThat(evaluation.shareCorrelation()).isZero();
    assertThat(evaluation.macroF1()).isCloseTo(1, CLOSE);
  }

  @Test
  void answersThatDoNotFitTheLabelsAreRefused() {
    assertThatThrownBy(() -> Evaluator.of(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Evaluator.of(List.of(), labels(ROWS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("14");
  }

  private static double f1(Evaluation evaluation, Role role) {
    return evaluation.byRole().get(role).f1();
  }

  private static Evaluation evaluate(List<Row> rows) {
    return Evaluator.of(
        rows.stream()
            .map(row -> new Evaluator.Answer(row.answer(), row.probability(), row.dsShare()))
            .toList(),
        labels(rows));
  }

  private static List<Label> labels(List<Row> rows) {
    return rows.stream()
        .map(row -> new Label(row.label(), row.share() < 0 ? null : row.share() / 100.0, 2))
        .toList();
  }
}

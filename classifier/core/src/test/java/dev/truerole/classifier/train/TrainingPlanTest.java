package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingPlanTest {

  @Test
  void defaultsAreInRange() {
    assertThat(TrainingPlan.defaults().architecture()).isEqualTo("bag");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 32, 0.002, 0, 0, 0, 4, 0, 0, epochs",
    "1, 0, 0.002, 0, 0, 0, 4, 0, 0, batch",
    "1, 32, 0, 0, 0, 0, 4, 0, 0, learningRate",
    "1, 32, 1, 0, 0, 0, 4, 0, 0, learningRate",
    "1, 32, NaN, 0, 0, 0, 4, 0, 0, learningRate",
    "1, 32, 0.002, -0.1, 0, 0, 4, 0, 0, weightDecay",
    "1, 32, 0.002, 0, -0.1, 0, 4, 0, 0, wordDropout",
    "1, 32, 0.002, 0, 1, 0, 4, 0, 0, wordDropout",
    "1, 32, 0.002, 0, 0, -0.1, 4, 0, 0, validation",
    "1, 32, 0.002, 0, 0, 0.6, 4, 0, 0, validation",
    "1, 32, 0.002, 0, 0, 0, 0, 0, 0, patience",
    "1, 32, 0.002, 0, 0, 0, 4, -1, 0, cuts",
    "1, 32, 0.002, 0, 0, 0, 4, 0, -1, cuts"
  })
  void valuesOutOfRangeAreRefused(
      int epochs,
      int batch,
      double learningRate,
      double weightDecay,
      double wordDropout,
      double validation,
      int patience,
      int minWords,
      int minPairs,
      String named) {
    assertThatThrownBy(
            () ->
                new TrainingPlan(
                    "bag",
                    Map.of(),
                    1,
                    epochs,
                    batch,
                    learningRate,
                    1,
                    0,
                    weightDecay,
                    wordDropout,
                    1,
                    validation,
                    patience,
                    minWords,
                    minPairs,
                    false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void statedEpochsAreKept() {
    assertThat(plan(7, 32).epochsFor(10)).isEqualTo(7);
    assertThat(plan(7, 32).epochsFor(100_000)).isEqualTo(7);
  }

  /** Without a stated number, a small corpus gets more epochs, so that it gets its steps. */
  @Test
  void smallCorporaTrainForMoreEpochs() {
    TrainingPlan plan = plan(0, 32);
    int before = Integer.MAX_VALUE;
    for (int labelled : new int[] {1, 32, 100, 288, 1000, 10_000, 1_000_000}) {
      int epochs = plan.epochsFor(labelled);
      int stepsInEpoch = (labelled + 31) / 32;
      assertThat(epochs).isBetween(18, before);
      assertThat(epochs == 18 || epochs * stepsInEpoch <= 400).isTrue();
      before = epochs;
    }
    assertThat(plan.epochsFor(1_000_000)).isEqualTo(18);
    assertThat(plan.epochsFor(0)).isEqualTo(plan.epochsFor(1));
  }

  @Test
  void laterChangesOfTheMapChangeNoPlan() {
    Map<String, Double> values = new HashMap<>(Map.of("hidden", 8.0));
    TrainingPlan plan =
        new TrainingPlan("bag", values, 1, 0, 32, 2e-3, 1, 0, 0, 0, 1, 0, 4, 0, 0, false);
    values.put("hidden", 9.0);
    assertThat(plan.hyperparameters()).containsEntry("hidden", 8.0);
  }

  private static TrainingPlan plan(int epochs, int batch) {
    return new TrainingPlan(
        "bag", Map.of(), 1, epochs, batch, 2e-3, 1, 0, 0, 0, 1, 0, 4, 0, 0, false);
  }
}

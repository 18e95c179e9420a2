package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels are drawn from a known model; what distorts it has to be found again. */
class CalibrationTest {

  private static final int POSTINGS = 6000;
  private static final double SIGMA = 0.7;

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1.8, 0.5, 0.6", "0.6, 2, -0.8"})
  void knownDistortionIsRecovered(double sigma, double scope, double shift) {
    Random random = new Random(12);
    List<Prediction> predictions = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < POSTINGS; i++) {
      double z = 1.5 * random.nextGaussian();
      double trueScope = 1 + 1.5 * random.nextGaussian();
      double share = sigmoid(z + SIGMA * logistic(random));
      Role role = logistic(random) < trueScope ? Role.ofShare(share) : Role.OTHER;
      labels.add(new Label(role, null, 2));
      predictions.add(
          new Prediction(
              Map.of(role, 1.0),
              sigmoid(z),
              SIGMA / sigma,
              (trueScope - shift) / scope,
              List.of()));
    }
    Calibration fitted = Calibration.fit(predictions, labels);
    assertThat(fitted.sigma()).isCloseTo(sigma, Percentage.withPercentage(8));
    assertThat(fitted.scope()).isCloseTo(scope, Percentage.withPercentage(8));
    assertThat(fitted.shift()).isCloseTo(shift, Offset.offset(0.15));
  }

  @Test
  void factorsStayWithinReason() {
    Prediction sure = new Prediction(Map.of(), 0.95, 0.5, 4, List.of());
    Label right = new Label(Role.DATA_SCIENTIST, null, 2);
    Label wrong = new Label(Role.ML_ENGINEER, null, 2);
    assertThat(Calibration.fit(List.of(sure), List.of(right)).sigma()).isBetween(0.29, 1.0);
    assertThat(Calibration.fit(List.of(sure), List.of(wrong)).sigma()).isBetween(1.0, 3.01);
  }

  private static double logistic(Random random) {
    double u = random.nextDouble();
    return Math.log(u / (1 - u));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}

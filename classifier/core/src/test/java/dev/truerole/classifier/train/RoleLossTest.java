package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.truerole.classifier.model.Role;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The loss against its formula in plain numbers. */
class RoleLossTest {

  /** Columns: data scientist, ML engineer, hybrid, other; scope logit, z, sigma. */
  private static final double[][] OUTPUTS = {
    {0.70, 0.10, 0.15, 0.05, 2.0, 1.3, 0.8},
    {0.20, 0.30, 0.40, 0.10, -0.5, -0.2, 1.1},
    {0.10, 0.60, 0.20, 0.10, 1.5, -1.7, 0.5},
    {0.25, 0.25, 0.25, 0.25, 0.3, 0.4, 1.0},
    {0.90, 0.05, 0.05, 0.00, 3.0, 2.5, 0.3},
    {0.30, 0.30, 0.30, 0.10, 1.0, 0.0, 2.0}
  };

  private static final List<Label> LABELS =
      List.of(
          new Label(Role.DATA_SCIENTIST, 0.8, 3),
          new Label(Role.HYBRID, 0.5, 2),
          new Label(Role.ML_ENGINEER, null, 1),
          new Label(Role.OTHER, null, 2),
          new Label(Role.DATA_SCIENTIST, 1.0, 2),
          new Label(Role.HYBRID, null, 3));

  @Test
  void lossIsItsFormula() {
    double sum = 0;
    for (int i = 0; i < OUTPUTS.length; i++) {
      sum += expected(OUTPUTS[i], LABELS.get(i));
    }
    assertThat(loss(OUTPUTS, LABELS)).isCloseTo(sum / OUTPUTS.length, Offset.offset(1e-4));
  }

  @Test
  void eachPostingCountsByItself() {
    for (int i = 0; i < OUTPUTS.length; i++) {
      assertThat(loss(new double[][] {OUTPUTS[i]}, List.of(LABELS.get(i))))
          .isCloseTo(expected(OUTPUTS[i], LABELS.get(i)), Offset.offset(1e-4));
    }
  }

  private static double expected(double[] out, Label label) {
    double scopeLogit = out[4];
    double z = out[5];
    double sigma = out[6];
    int column =
        switch (label.role()) {
          case DATA_SCIENTIST -> 0;
          case ML_ENGINEER -> 1;
          case HYBRID -> 2;
          case OTHER -> 3;
        };
    double loss = -Math.log(Math.max(1e-6, out[column]));
    if (label.role() != Role.OTHER) {
      double[] range = range(label);
      double interval = cumulative(range[1], z, sigma) - cumulative(range[0], z, sigma);
      loss -= 0.5 * Math.log(Math.max(1e-5, interval));
    }
    if (label.dsShare() != null) {
      double off = Math.abs(sigmoid(z) - label.dsShare());
      loss += 2 * (off < 0.1 ? off * off / 0.2 : off - 0.05);
    }
    double wrongScope = label.role() == Role.OTHER ? sigmoid(scopeLogit) : 1 - sigmoid(scopeLogit);
    loss -= 0.5 * Math.log(1 - wrongScope);
    return loss * (label.confidence() == 1 ? 0.6 : label.confidence() == 2 ? 1 : 1.2);
  }

  /** Between which shares the true one lies: half a step of 0.05 around, or the role's range. */
  private static double[] range(Label label) {
    if (label.dsShare() != null) {
      return new double[] {label.dsShare() - 0.025, label.dsShare() + 0.025};
    }
    return switch (label.role()) {
      case DATA_SCIENTIST -> new double[] {0.625, 1};
      case HYBRID -> new double[] {0.375, 0.625};
      case ML_ENGINEER, OTHER -> new double[] {0, 0.375};
    };
  }

  private static double cumulative(double share, double z, double sigma) {
    if (share <= 0) {
      return 0;
    }
    return share >= 1 ? 1 : sigmoid((Math.log(share / (1 - share)) - z) / sigma);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Test
  void certainRightAnswersCostNextToNothing() {
    double[][] right = {{1, 0, 0, 0, 12, Math.log(0.8 / 0.2), 0.01}};
    assertThat(loss(right, List.of(new Label(Role.DATA_SCIENTIST, 0.8, 2))))
        .isCloseTo(0, Offset.offset(1e-3));
  }

  @Test
  void impossibleAnswersCostMuchButNotEverything() {
    double[][] wrong = {{0, 1, 0, 0, -30, -20, 0.1}};
    assertThat(loss(wrong, List.of(new Label(Role.DATA_SCIENTIST, 0.9, 3)))).isBetween(20.0, 100.0);
  }

  private static double loss(double[][] outputs, List<Label> labels) {
    int n = outputs.length;
    float[] probabilities = new float[4 * n];
    float[] sums = new float[5 * n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < 4; k++) {
        probabilities[4 * i + k] = (float) outputs[i][k];
      }
      for (int k = 0; k < 3; k++) {
        sums[5 * i + 2 + k] = (float) outputs[i][4 + k];
      }
    }
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList given =
          new NDList(
              manager.create(probabilities, new Shape(n, 4)),
              manager.create(sums, new Shape(n, 5)));
      return RoleLoss.of(manager, given, labels).getFloat();
    }
  }
}

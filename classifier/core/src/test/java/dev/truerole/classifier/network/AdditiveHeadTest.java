package dev.truerole.classifier.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The head against its formula, written out in plain numbers. */
class AdditiveHeadTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-5);

  /** Two postings, of two segments and of one. */
  private static final float[] SCORES = {1.2f, -3, 0.7f, -0.4f, 0.9f, -0.2f, -2, 2.5f, -1.5f};

  private static final float[] MEMBERSHIP = {1, 1, 0, 0, 0, 1};

  @Test
  void answersAreAFunctionOfTheEvidenceSums() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList outputs = outputs(manager);
      float[] probabilities = outputs.get(0).toFloatArray();
      float[] sums = outputs.get(1).toFloatArray();
      double ds = softplus(1.2) + softplus(-0.4);
      double ml = softplus(-3) + softplus(0.9);
      check(probabilities, sums, 0, ds, ml, 5 * (0.7 - 0.2) / 2 + 1);
      check(probabilities, sums, 1, softplus(-2), softplus(2.5), 5 * -1.5 + 1);
    }
  }

  private static void check(
      float[] probabilities, float[] sums, int posting, double ds, double ml, double scope) {
    double epsilon = 0.5;
    double z = Math.log(ds + epsilon) - Math.log(ml + epsilon);
    double sigma = Math.exp(0);
    double threshold = Math.log(0.65 / 0.35);
    double in = sigmoid(scope);
    double above = sigmoid((z - threshold) / sigma);
    double below = sigmoid((-z - threshold) / sigma);
    double[] expectedSums = {ds, ml, scope, z, sigma};
    double[] expected = {in * above, in * below, in * (1 - above - below), 1 - in};
    for (int i = 0; i < expectedSums.length; i++) {
      assertThat((double) sums[5 * posting + i]).isCloseTo(expectedSums[i], CLOSE);
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) probabilities[4 * posting + i]).isCloseTo(expected[i], CLOSE);
    }
  }

  @Test
  void evidenceAddsUpToTheSums() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDList outputs = outputs(manager);
      float[] sums = outputs.get(1).toFloatArray();
      float[] evidence = outputs.get(2).toFloatArray();
      for (int side = 0; side < 3; side++) {
        double bias = side == 2 ? 1 : 0;
        assertThat((double) sums[side])
            .isCloseTo((double) evidence[side] + evidence[3 + side] + bias, CLOSE);
        assertThat((double) sums[5 + side]).isCloseTo(evidence[6 + side] + bias, CLOSE);
      }
    }
  }

  /** Outputs with first values: scope bias 1, epsilon 0.5, log sigma 1 and 0.5 by evidence. */
  private static NDList outputs(NDManager manager) {
    AdditiveHead head = new AdditiveHead();
    head.initialize(manager, DataType.FLOAT32, new Shape(3, 3), new Shape(2, 3));
    head.getParameters().get("logSigma").getArray().set(new float[] {0, 0});
    head.getParameters().get("scopeBias").getArray().set(new float[] {1});
    NDList inputs =
        new NDList(
            manager.create(SCORES, new Shape(3, 3)), manager.create(MEMBERSHIP, new Shape(2, 3)));
    return head.forward(new ParameterStore(manager, false), inputs, false);
  }

  @Test
  void calibrationWidensTheShareAndTheScope() {
    try (NDManager manager = NDManager.newBaseManager()) {
      AdditiveHead head = new AdditiveHead();
      head.initialize(manager, DataType.FLOAT32, new Shape(3, 3), new Shape(2, 3));
      head.getParameters().get("logSigma").getArray().set(new float[] {0, 0});
      head.getParameters().get("calibration").getArray().set(new float[] {2, 0.5f, 0.3f});
      NDList inputs =
          new NDList(
              manager.create(SCORES, new Shape(3, 3)), manager.create(MEMBERSHIP, new Shape(2, 3)));
      NDList outputs = head.forward(new ParameterStore(manager, false), inputs, false);
      float[] sums = outputs.get(1).toFloatArray();
      assertThat((double) sums[4]).as("sigma").isCloseTo(2, CLOSE);
      assertThat((double) outputs.get(0).toFloatArray()[3])
          .as("probability of another field")
          .isCloseTo(1 - sigmoid(sums[2] * 0.5 + 0.3), CLOSE);
    }
  }

  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}

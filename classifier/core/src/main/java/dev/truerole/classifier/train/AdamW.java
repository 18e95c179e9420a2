package dev.truerole.classifier.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019). DJL's own keeps its moments to
 * itself; these can be saved, so that a resumed run goes on exactly as it would have.
 */
final class AdamW implements AutoCloseable {

  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.98;
  private static final double EPSILON = 1e-7;

  private final Map<String, Parameter> parameters;
  private final Map<String, Double> rates = new LinkedHashMap<>();
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> variances = new LinkedHashMap<>();
  private final NDManager manager;
  private int steps;

  /**
   * @param parameters what it moves, by name
   * @param slower parameters that move at {@code slowerRate} times the learning rate
   */
  AdamW(
      Map<String, Parameter> parameters,
      Collection<Parameter> slower,
      double slowerRate,
      NDManager parent) {
    this.parameters = parameters;
    parameters.forEach(
        (name, parameter) -> rates.put(name, slower.contains(parameter) ? slowerRate : 1));
    this.manager = parent.newSubManager();
    parameters.forEach(
        (name, parameter) -> {
          means.put(name, manager.zeros(parameter.getArray().getShape()));
          variances.put(name, manager.zeros(parameter.getArray().getShape()));
        });
  }

  /**
   * Moves every parameter against its gradient.
   *
   * @param maxGradient the norm that all gradients together are scaled down to, 0 for none
   */
  void step(double learningRate, double weightDecay, double maxGradient) {
    steps++;
    double corrected = Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps));
    double scale = maxGradient > 0 ? Math.min(1, maxGradient / gradientNorm()) : 1;
    parameters.forEach(
        (name, parameter) -> {
          try (NDManager scratch = manager.newSubManager()) {
            NDArray weight = parameter.getArray();
            NDArray gradient = weight.getGradient();
            gradient.attach(scratch);
            double rate = learningRate * rates.getOrDefault(name, 1.0);
            NDArray scaled = scale < 1 ? gradient.mul(scale) : gradient;
            move(name, weight, scaled, rate * corrected, rate * decay(weight, weightDecay));
          }
        });
  }

  private double gradientNorm() {
    double squares = 0;
    try (NDManager scratch = manager.newSubManager()) {
      for (Parameter parameter : parameters.values()) {
        NDArray gradient = parameter.getArray().getGradient();
        gradient.attach(scratch);
        squares += gradient.square().sum().getFloat();
      }
    }
    return Math.sqrt(squares);
  }

  private void move(String name, NDArray weight, NDArray gradient, double rate, double shrink) {
    NDArray mean = means.get(name);
    NDArray variance = variances.get(name);
    if (mean == null || variance == null) {
      throw new IllegalStateException("no moments for " + name);
    }
    try (NDArray fresh = gradient.mul(1 - BETA_1);
        NDArray square = gradient.square();
        NDArray weighted = square.mul(1 - BETA_2)) {
      mean.muli(BETA_1).addi(fresh);
      variance.muli(BETA_2).addi(weighted);
    }
    try (NDArray root = variance.sqrt();
        NDArray move = mean.mul(rate)) {
      move.divi(root.addi(EPSILON));
      weight.setRequiresGradient(false);
      if (shrink > 0) {
        weight.muli(1 - shrink);
      }
      weight.subi(move);
      weight.setRequiresGradient(true);
    }
  }

  /** Matrices decay, but not the word vectors, most of which a step does not touch. */
  private static double decay(NDArray weight, double weightDecay) {
    int usualRows = 4096;
    boolean layer = weight.getShape().dimension() == 2 && weight.getShape().get(0) < usualRows;
    return layer ? weightDecay : 0;
  }

  /** The moments, named {@code mean.x} and {@code variance.x}; they stay this optimizer's. */
  NDList state() {
    NDList state = new NDList();
    means.forEach((name, array) -> state.add(named(array, "mean." + name)));
    variances.forEach((name, array) -> state.add(named(array, "variance." + name)));
    return state;
  }

  /** Goes on from saved moments. */
  void restore(NDList state, int stepsDone) {
    steps = stepsDone;
    means.forEach((name, array) -> Weights.copy(state.get("mean." + name), array));
    variances.forEach((name, array) -> Weights.copy(state.get("variance." + name), array));
  }

  private static NDArray named(NDArray array, String name) {
    array.setName(name);
    return array;
  }

  @Override
  public void close() {
    manager.close();
  }
}

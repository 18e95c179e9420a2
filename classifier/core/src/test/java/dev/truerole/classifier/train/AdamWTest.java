package dev.truerole.classifier.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Two weights at 1 whose gradients are 3 and 4: together they have norm 5. */
class AdamWTest {

  private static final Offset<Float> CLOSE = Offset.offset(1e-6f);

  private static Parameter weight(String name, NDManager manager) {
    Parameter weight =
        Parameter.builder()
            .setName(name)
            .setType(Parameter.Type.WEIGHT)
            .optShape(new Shape(1))
            .optArray(manager.create(new float[] {1}))
            .build();
    weight.getArray().setRequiresGradient(true);
    return weight;
  }

  /** The weights after {@code steps} steps at rate 0.1, the first one slower. */
  private static float[] after(int steps, double slowerRate, double maxGradient) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, Parameter> weights = new LinkedHashMap<>();
      weights.put("a", weight("a", manager));
      weights.put("b", weight("b", manager));
      Parameter a = weights.get("a");
      Parameter b = weights.get("b");
      try (AdamW optimizer = new AdamW(weights, List.of(a), slowerRate, manager)) {
        for (int step = 0; step < steps; step++) {
          try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray loss = a.getArray().mul(3).add(b.getArray().mul(4)).sum();
            collector.backward(loss);
            optimizer.step(0.1, 0, maxGradient);
            collector.zeroGradients();
          }
        }
      }
      return new float[] {a.getArray().toFloatArray()[0], b.getArray().toFloatArray()[0]};
    }
  }

  /** Adam's first step has the size of the learning rate, whatever the gradient. */
  @Test
  void firstStepIsTheLearningRate() {
    assertThat(after(1, 1, 0)).containsExactly(new float[] {0.9f, 0.9f}, CLOSE);
  }

  @Test
  void slowerParametersMoveBySomeOfTheRate() {
    assertThat(after(1, 0.2, 0)).containsExactly(new float[] {0.98f, 0.9f}, CLOSE);
  }

  /** Scaling by one factor leaves Adam's steps as they are, but for its epsilon. */
  @Test
  void clippingKeepsTheDirection() {
    float[] clipped = after(3, 1, 1e-6);
    assertThat(clipped[0]).isGreaterThan(after(3, 1, 0)[0]);
    assertThat(after(3, 1, 1)).containsExactly(after(3, 1, 0), Offset.offset(1e-4f));
    assertThat(after(3, 1, 5.1)).containsExactly(after(3, 1, 0));
  }
}

package dev.truerole.classifier.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScalarsTest {

  private static final Offset<Float> CLOSE = Offset.offset(1e-6f);

  @Test
  void valuesAreThoseOfPlainArithmetic() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(new float[] {-2, 0.5f, 3});
      assertThat(Scalars.times(x, 1.5).toFloatArray())
          .containsExactly(new float[] {-3, 0.75f, 4.5f}, CLOSE);
      assertThat(Scalars.atLeast(x, 0).toFloatArray()).containsExactly(0, 0.5f, 3);
      assertThat(Scalars.atMost(x, 1).toFloatArray()).containsExactly(-2, 0.5f, 1);
    }
  }

  /** What {@code mul(number)} fails: between a step's two halves the garbage collector comes by. */
  @Test
  void gradientsOutliveAGarbageCollection() {
    for (int repetition = 0; repetition < 5; repetition++) {
      try (NDManager manager = NDManager.newBaseManager()) {
        NDArray x = manager.create(new float[] {-2, 0.5f, 3});
        x.setRequiresGradient(true);
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          NDArray clipped = Scalars.atMost(Scalars.atLeast(x, -1), 1);
          NDArray sum = Scalars.times(Scalars.times(clipped, 3).add(Scalars.times(x, 2)).sum(), 5);
          Garbage.collect();
          collector.backward(sum);
        }
        assertThat(x.getGradient().toFloatArray()).containsExactly(new float[] {10, 25, 10}, CLOSE);
      }
    }
  }
}

package dev.truerole.classifier.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A very small encoder with weights as they come. */
class TransformerEncoderTest {

  private static final TransformerSize SIZE = new TransformerSize(50, 16, 2, 8, 12, 2, 3);
  private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

  private static TransformerEncoder encoder(NDManager manager, int frozen) {
    Engine.getInstance().setRandomSeed(5);
    TransformerEncoder encoder = new TransformerEncoder(SIZE, frozen, 0);
    encoder.initialize(manager, DataType.FLOAT32, new Shape(1, 1), new Shape(1, 1));
    return encoder;
  }

  private static NDArray lengths(NDManager manager, float... lengths) {
    return manager.create(lengths, new Shape(lengths.length, 1));
  }

  private static float[] mean(TransformerEncoder encoder, NDArray in, NDArray lengths) {
    ParameterStore store = new ParameterStore(in.getManager(), false);
    return encoder.forward(store, new NDList(in, lengths), false).get(0).toFloatArray();
  }

  @Test
  void paddingAndCompanyChangeNothing() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TransformerEncoder encoder = encoder(manager, 0);
      NDArray alone = manager.create(new long[] {3, 9, 4}, new Shape(1, 3));
      NDArray together = manager.create(new long[] {3, 9, 4, 0, 0, 7, 7, 1, 2, 8}, new Shape(2, 5));
      float[] expected = mean(encoder, alone, lengths(manager, 3));
      float[] both = mean(encoder, together, lengths(manager, 3, 5));
      assertThat(java.util.Arrays.copyOf(both, SIZE.width())).containsExactly(expected, CLOSE);
    }
  }

  @Test
  void orderOfThePiecesMatters() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TransformerEncoder encoder = encoder(manager, 0);
      NDArray forwards = manager.create(new long[] {3, 9, 4}, new Shape(1, 3));
      NDArray backwards = manager.create(new long[] {4, 9, 3}, new Shape(1, 3));
      assertThat(mean(encoder, forwards, lengths(manager, 3)))
          .isNotEqualTo(mean(encoder, backwards, lengths(manager, 3)));
    }
  }

  /** Frozen layers once and the others later are the whole encoder. */
  @Test
  void activationsStandForTheirPieces() {
    try (NDManager manager = NDManager.newBaseManager()) {
      for (int frozen = 0; frozen <= SIZE.layers(); frozen++) {
        TransformerEncoder encoder = encoder(manager, frozen);
        NDArray ids = manager.create(new long[] {3, 9, 4, 7, 7, 0}, new Shape(2, 3));
        NDArray lengths = lengths(manager, 3, 2);
        NDArray activations =
            encoder.frozenActivations(new ParameterStore(manager, false), ids, lengths, manager);
        assertThat(activations.getShape()).isEqualTo(new Shape(2, 3, SIZE.width()));
        assertThat(mean(encoder, activations, lengths))
            .containsExactly(mean(encoder, ids, lengths), CLOSE);
      }
    }
  }

  @Test
  void onlyUnfrozenLayersWantGradients() {
    try (NDManager manager = NDManager.newBaseManager()) {
      encoder(manager, 2)
          .checkpointNames()
          .forEach(
              (name, parameter) ->
                  assertThat(parameter.requiresGradient())
                      .as(name)
                      .isEqualTo(name.startsWith("encoder.layer.2.")));
    }
  }

  @Test
  void gradientsReachEveryUnfrozenParameter() {
    try (NDManager manager = NDManager.newBaseManager()) {
      TransformerEncoder encoder = encoder(manager, 1);
      encoder.checkpointNames().values().stream()
          .filter(parameter -> parameter.requiresGradient())
          .forEach(parameter -> parameter.getArray().setRequiresGradient(true));
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray ids = manager.create(new long[] {3, 9, 4}, new Shape(1, 3));
        ParameterStore store = new ParameterStore(manager, false);
        NDArray mean = encoder.forward(store, new NDList(ids, lengths(manager, 3)), true).get(0);
        collector.backward(mean.get(":, 0").square().sum());
      }
      encoder
          .checkpointNames()
          .forEach(
              (name, parameter) -> {
                // Softmax is blind to a constant, so a key's bias is never felt.
                if (parameter.requiresGradient() && !name.endsWith("key.bias")) {
                  NDArray gradient = parameter.getArray().getGradient();
                  assertThat(gradient.abs().sum().getFloat()).as(name).isPositive();
                }
              });
    }
  }

  @Test
  void moreFrozenLayersThanThereAreAreRefused() {
    assertThatThrownBy(() -> new TransformerEncoder(SIZE, 4, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3")
        .hasMessageContaining("4");
  }
}

package dev.truerole.classifier.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Map;

/**
 * Segments as bags of word and word-pair vectors, read by one hidden layer: small, fast, and blind
 * to what stands in other segments.
 */
final class EvidenceBag implements Architecture {

  private static final String DIMENSIONS = "dimensions";
  private static final String HIDDEN = "hidden";
  private static final String INPUT_DROPOUT = "inputDropout";
  private static final String HIDDEN_DROPOUT = "hiddenDropout";

  @Override
  public String name() {
    return "bag";
  }

  @Override
  public Map<String, Double> defaults() {
    return Map.of(DIMENSIONS, 64.0, HIDDEN, 64.0, INPUT_DROPOUT, 0.2, HIDDEN_DROPOUT, 0.2);
  }

  @Override
  public Block build(int features, int marks, Map<String, Double> hyperparameters) {
    return new Network(features, marks, hyperparameters);
  }

  private static final class Network extends AbstractBlock {
    private static final int SCORES = 3;
    private static final int MAX_SIZE = 4096;

    /** Before softplus: a segment starts with next to no evidence for either side. */
    private static final float QUIET = -3;

    private final int marks;
    private final int dimensions;
    private final float inputDropout;
    private final float hiddenDropout;
    private final Parameter vectors;
    private final Linear hidden;
    private final Linear scores;
    private final AdditiveHead head;

    Network(int features, int marks, Map<String, Double> hyperparameters) {
      this.marks = marks;
      dimensions = size(hyperparameters, DIMENSIONS);
      inputDropout = dropout(hyperparameters, INPUT_DROPOUT);
      hiddenDropout = dropout(hyperparameters, HIDDEN_DROPOUT);
      vectors =
          addParameter(
              Parameter.builder()
                  .setName("vectors")
                  .setType(Parameter.Type.WEIGHT)
                  .optShape(new Shape(features, dimensions))
                  .build());
      int units = size(hyperparameters, HIDDEN);
      hidden = addChildBlock("hidden", Linear.builder().setUnits(units).build());
      scores = addChildBlock("scores", Linear.builder().setUnits(SCORES).build());
      scores.setInitializer(
          (manager, shape, type) -> manager.create(new float[] {QUIET, QUIET, 0}), "bias");
      head = addChildBlock("head", new AdditiveHead());
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      NDArray bags = inputs.get(0);
      NDArray table = store.getValue(vectors, bags.getDevice(), training);
      NDArray words = bags.matMul(table).concat(inputs.get(1), 1);
      NDArray seen = drop(words, inputDropout, training);
      NDArray inner = hidden.forward(store, new NDList(seen), training).singletonOrThrow();
      NDArray active = drop(Activation.relu(inner), hiddenDropout, training);
      NDArray scored = scores.forward(store, new NDList(active), training).singletonOrThrow();
      return head.forward(store, new NDList(scored, inputs.get(2)), training);
    }

    private static NDArray drop(NDArray x, float rate, boolean training) {
      return training ? Dropout.dropout(x, rate, true).singletonOrThrow() : x;
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
      long segments = inputs[0].get(0);
      hidden.initialize(manager, type, new Shape(segments, dimensions + marks));
      Shape inner =
          hidden.getOutputShapes(new Shape[] {new Shape(segments, dimensions + marks)})[0];
      scores.initialize(manager, type, inner);
      head.initialize(manager, type, new Shape(segments, SCORES), inputs[2]);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
      long postings = inputs[2].get(0);
      return new Shape[] {
        new Shape(postings, 4), new Shape(postings, 5), new Shape(inputs[0].get(0), SCORES)
      };
    }

    private static int size(Map<String, Double> hyperparameters, String name) {
      double value = number(hyperparameters, name);
      if (value < 1 || value > MAX_SIZE || value != Math.rint(value)) {
        throw new IllegalArgumentException(
            name + " must be a whole number from 1 to " + MAX_SIZE + ", not " + value);
      }
      return (int) value;
    }

    private static float dropout(Map<String, Double> hyperparameters, String name) {
      double value = number(hyperparameters, name);
      if (!(value >= 0 && value < 1)) {
        throw new IllegalArgumentException(name + " must be 0 to below 1, not " + value);
      }
      return (float) value;
    }

    private static double number(Map<String, Double> hyperparameters, String name) {
      Double value = hyperparameters.get(name);
      if (value == null) {
        throw new IllegalArgumentException("hyperparameter '" + name + "' is missing");
      }
      return value;
    }
  }
}

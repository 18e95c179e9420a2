package dev.truerole.classifier.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Map;

/**
 * Segments as bags of word and word-pair vectors, read by one hidden layer: small, fast, and blind
 * to what stands in other segments.
 */
final class EvidenceBag implements Architecture {

  static final String DIMENSIONS = "dimensions";
  static final String HIDDEN = "hidden";
  static final String INPUT_DROPOUT = "inputDropout";
  static final String HIDDEN_DROPOUT = "hiddenDropout";

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
    return new Network(features, marks, new Hyperparameters(hyperparameters));
  }

  /** The vectors (V, D) of words and pairs. */
  static Parameter vectors(int features, int dimensions) {
    return Parameter.builder()
        .setName("vectors")
        .setType(Parameter.Type.WEIGHT)
        .optShape(new Shape(features, dimensions))
        .build();
  }

  private static final class Network extends AbstractBlock {

    private final int width;
    private final Parameter vectors;
    private final EvidenceLayers layers;

    Network(int features, int marks, Hyperparameters values) {
      int dimensions = values.size(DIMENSIONS);
      width = dimensions + marks;
      vectors = addParameter(vectors(features, dimensions));
      layers =
          addChildBlock(
              "evidence",
              new EvidenceLayers(
                  values.size(HIDDEN),
                  values.dropout(INPUT_DROPOUT),
                  values.dropout(HIDDEN_DROPOUT)));
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      NDArray bags = inputs.get(0);
      NDArray table = store.getValue(vectors, bags.getDevice(), training);
      NDArray words = bags.matMul(table).concat(inputs.get(1), 1);
      return layers.forward(store, new NDList(words, inputs.get(2)), training);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
      layers.initialize(manager, type, new Shape(inputs[0].get(0), width), inputs[2]);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
      return EvidenceLayers.outputShapes(inputs[2].get(0), inputs[0].get(0));
    }
  }
}

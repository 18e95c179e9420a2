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
 * Segments read by a pre-trained transformer and, beside it, as bags of word vectors: strong and
 * slow, a teacher for faster networks.
 */
final class SegmentTransformer implements Architecture {

  private static final String FROZEN_LAYERS = "frozenLayers";
  private static final String ENCODER_DROPOUT = "encoderDropout";

  @Override
  public String name() {
    return "minilm";
  }

  @Override
  public Sequence sequence() {
    return Sequence.WORD_PIECES;
  }

  @Override
  public Map<String, Double> defaults() {
    return Map.of(
        EvidenceBag.DIMENSIONS,
        64.0,
        EvidenceBag.HIDDEN,
        128.0,
        EvidenceBag.INPUT_DROPOUT,
        0.2,
        EvidenceBag.HIDDEN_DROPOUT,
        0.2,
        ENCODER_DROPOUT,
        0.1,
        FROZEN_LAYERS,
        3.0);
  }

  @Override
  public Block build(int features, int marks, Map<String, Double> hyperparameters) {
    return new Network(
        features, marks, TransformerSize.MINI_LM, new Hyperparameters(hyperparameters));
  }

  static final class Network extends AbstractBlock implements PretrainedNetwork {

    private final int width;
    private final Parameter vectors;
    private final TransformerEncoder encoder;
    private final EvidenceLayers layers;

    Network(int features, int marks, TransformerSize size, Hyperparameters values) {
      int dimensions = values.size(EvidenceBag.DIMENSIONS);
      width = dimensions + size.width() + marks;
      vectors = addParameter(EvidenceBag.vectors(features, dimensions));
      encoder =
          addChildBlock(
              "encoder",
              new TransformerEncoder(
                  size, values.count(FROZEN_LAYERS), values.dropout(ENCODER_DROPOUT)));
      layers =
          addChildBlock(
              "evidence",
              new EvidenceLayers(
                  values.size(EvidenceBag.HIDDEN),
                  values.dropout(EvidenceBag.INPUT_DROPOUT),
                  values.dropout(EvidenceBag.HIDDEN_DROPOUT)));
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      NDArray bags = inputs.get(0);
      NDArray table = store.getValue(vectors, bags.getDevice(), training);
      NDArray read =
          Chunks.read(
              inputs,
              encoderWidth(),
              chunk -> encoder.forward(store, chunk, training).singletonOrThrow());
      NDArray known = bags.matMul(table).concat(read, 1).concat(inputs.get(1), 1);
      return layers.forward(store, new NDList(known, inputs.get(2)), training);
    }

    @Override
    public int encoderWidth() {
      return encoder.width();
    }

    @Override
    public Map<String, Parameter> encoderParameters() {
      return encoder.checkpointNames();
    }

    @Override
    public int frozenLayers() {
      return encoder.frozenLayers();
    }

    @Override
    public NDArray frozenActivations(NDManager manager, NDArray ids, NDArray lengths) {
      return encoder.frozenActivations(new ParameterStore(manager, false), ids, lengths, manager);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
      encoder.initialize(manager, type, new Shape(1, 1), new Shape(1, 1));
      layers.initialize(manager, type, new Shape(inputs[0].get(0), width), inputs[2]);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
      return EvidenceLayers.outputShapes(inputs[2].get(0), inputs[0].get(0));
    }
  }
}

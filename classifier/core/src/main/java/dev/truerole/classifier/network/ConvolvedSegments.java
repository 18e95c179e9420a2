package dev.truerole.classifier.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Map;

/**
 * The bag, and beside it a convolution over the word vectors in their order, the strongest answer
 * of each filter in the segment (Kim 2014): sees three words together, known as a pair or not.
 */
final class ConvolvedSegments implements Architecture {

  private static final String FILTERS = "filters";

  @Override
  public String name() {
    return "conv";
  }

  @Override
  public Sequence sequence() {
    return Sequence.WORDS;
  }

  @Override
  public Map<String, Double> defaults() {
    return Map.of(
        EvidenceBag.DIMENSIONS,
        64.0,
        EvidenceBag.HIDDEN,
        64.0,
        EvidenceBag.INPUT_DROPOUT,
        0.2,
        EvidenceBag.HIDDEN_DROPOUT,
        0.2,
        FILTERS,
        64.0);
  }

  @Override
  public Block build(int features, int marks, Map<String, Double> hyperparameters) {
    return new Network(features, marks, new Hyperparameters(hyperparameters));
  }

  private static final class Network extends AbstractBlock {

    /** Words that a filter sees together. */
    private static final int SPAN = 3;

    private final int dimensions;
    private final int filters;
    private final int width;
    private final Parameter vectors;
    private final Linear convolution;
    private final EvidenceLayers layers;

    Network(int features, int marks, Hyperparameters values) {
      dimensions = values.size(EvidenceBag.DIMENSIONS);
      filters = values.size(FILTERS);
      width = dimensions + filters + marks;
      vectors = addParameter(EvidenceBag.vectors(features, dimensions));
      convolution = addChildBlock("convolution", Linear.builder().setUnits(filters).build());
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
          Chunks.read(inputs, filters, chunk -> strongest(store, table, chunk, training));
      NDArray known = bags.matMul(table).concat(read, 1).concat(inputs.get(1), 1);
      return layers.forward(store, new NDList(known, inputs.get(2)), training);
    }

    /** (N, filters): each filter's strongest answer in each sequence. */
    private NDArray strongest(ParameterStore store, NDArray table, NDList chunk, boolean training) {
      NDManager parent = chunk.get(0).getManager();
      try (NDManager scratch = parent.newSubManager()) {
        NDArray ids = TransformerLayer.view(chunk.get(0), scratch);
        NDArray present = Chunks.present(chunk.get(1), ids.getShape().get(1), scratch);
        NDArray rows = ids.sub(1).maximum(0);
        NDArray words =
            rows.getNDArrayInternal()
                .embedding(rows, table, SparseFormat.DENSE)
                .singletonOrThrow()
                .mul(present.expandDims(2));
        NDArray answers =
            convolution.forward(store, new NDList(spans(words)), training).singletonOrThrow();
        NDArray strongest = Activation.relu(answers).mul(present.expandDims(2)).max(new int[] {1});
        strongest.attach(parent);
        return strongest;
      }
    }

    /** (N, T, D) to (N, T, 3 D): every word between its neighbours, nothing before the first. */
    private NDArray spans(NDArray words) {
      Shape shape = words.getShape();
      NDArray edge = Chunks.zeros(words, new Shape(shape.get(0), 1, dimensions));
      NDArray padded = NDArrays.concat(new NDList(edge, words, edge), 1);
      NDList shifted = new NDList();
      for (int by = 0; by < SPAN; by++) {
        shifted.add(padded.get(new NDIndex(":, {}:{}", by, by + shape.get(1))));
      }
      return NDArrays.concat(shifted, 2);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
      convolution.initialize(manager, type, new Shape(1, 1, (long) SPAN * dimensions));
      layers.initialize(manager, type, new Shape(inputs[0].get(0), width), inputs[2]);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
      return EvidenceLayers.outputShapes(inputs[2].get(0), inputs[0].get(0));
    }
  }
}

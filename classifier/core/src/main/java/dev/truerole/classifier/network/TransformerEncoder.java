package dev.truerole.classifier.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A BERT encoder: takes word pieces (N, T), or the activations (N, T, E) that its frozen layers
 * made of them, and their lengths (N, 1); gives the mean of the last layer's activations (N, E).
 */
final class TransformerEncoder extends AbstractBlock {

  /** Added to the attention's logits where there is no word piece. */
  private static final float NOTHING = -1e4f;

  private final int width;
  private final int frozen;
  private final Parameter words;
  private final Parameter positions;
  private final Parameter kinds;
  private final LayerNorm norm;
  private final List<TransformerLayer> layers = new ArrayList<>();

  /**
   * @param frozen how many of the layers, from below, training leaves alone
   * @throws IllegalArgumentException if there are fewer layers than that
   */
  TransformerEncoder(TransformerSize size, int frozen, float dropout) {
    if (frozen > size.layers()) {
      throw new IllegalArgumentException(
          "only " + size.layers() + " layers can be frozen, not " + frozen);
    }
    this.width = size.width();
    this.frozen = frozen;
    words = table("words", size.words());
    positions = table("positions", size.positions());
    kinds = table("kinds", size.kinds());
    norm = addChildBlock("norm", TransformerLayer.norm());
    norm.freezeParameters(true);
    for (int i = 0; i < size.layers(); i++) {
      TransformerLayer layer =
          new TransformerLayer(width, size.heads(), size.innerWidth(), i < frozen ? 0 : dropout);
      layers.add(addChildBlock("layer", layer));
      layer.freezeParameters(i < frozen);
    }
  }

  private Parameter table(String name, int rows) {
    Parameter table =
        addParameter(
            Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(rows, width))
                .build());
    table.freeze(true);
    return table;
  }

  /** Its parameters by their names in BERT's checkpoints. */
  Map<String, Parameter> checkpointNames() {
    Map<String, Parameter> names = new LinkedHashMap<>();
    names.put("embeddings.word_embeddings.weight", words);
    names.put("embeddings.position_embeddings.weight", positions);
    names.put("embeddings.token_type_embeddings.weight", kinds);
    TransformerLayer.add(names, "embeddings.LayerNorm", norm, "gamma", "beta");
    for (int i = 0; i < layers.size(); i++) {
      String prefix = "encoder.layer." + i + ".";
      layers
          .get(i)
          .checkpointNames()
          .forEach((name, parameter) -> names.put(prefix + name, parameter));
    }
    return names;
  }

  int width() {
    return width;
  }

  int frozenLayers() {
    return frozen;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray in = inputs.get(0);
    NDManager parent = in.getManager();
    try (NDManager scratch = parent.newSubManager()) {
      NDArray present = Chunks.present(inputs.get(1), in.getShape().get(1), scratch);
      boolean ids = in.getShape().dimension() == 2;
      NDArray x = ids ? embed(store, in, scratch) : TransformerLayer.view(in, scratch);
      x = run(store, x, present, layers.subList(ids ? 0 : frozen, layers.size()), training);
      NDArray sum = x.mul(present.expandDims(2)).sum(new int[] {1});
      NDArray mean = sum.div(inputs.get(1));
      mean.attach(parent);
      return new NDList(mean);
    }
  }

  /** What the embeddings and the frozen layers make of ids. */
  NDArray frozenActivations(ParameterStore store, NDArray ids, NDArray lengths, NDManager owner) {
    try (NDManager scratch = owner.newSubManager()) {
      NDArray present = Chunks.present(lengths, ids.getShape().get(1), scratch);
      NDArray x = embed(store, ids, scratch);
      NDArray result = run(store, x, present, layers.subList(0, frozen), false);
      result.attach(owner);
      return result;
    }
  }

  private static NDArray run(
      ParameterStore store,
      NDArray first,
      NDArray present,
      List<TransformerLayer> layers,
      boolean training) {
    NDArray mask = present.sub(1).mul(-NOTHING).expandDims(1).expandDims(1);
    NDArray x = first;
    for (TransformerLayer layer : layers) {
      x = layer.forward(store, new NDList(x, mask), training).get(0);
    }
    return x;
  }

  private NDArray embed(ParameterStore store, NDArray ids, NDManager owner) {
    NDArray own = TransformerLayer.view(ids, owner);
    NDArray word = rows(store, words, own);
    NDArray places =
        owner
            .arange(0, (int) ids.getShape().get(1), 1, DataType.INT64)
            .toDevice(ids.getDevice(), false);
    places.attach(owner);
    NDArray position = rows(store, positions, places);
    NDArray kind = rows(store, kinds, places.mul(0));
    NDArray sum = word.add(position.add(kind));
    return norm.forward(store, new NDList(sum), false).singletonOrThrow();
  }

  private static NDArray rows(ParameterStore store, Parameter table, NDArray ids) {
    NDArray weight = store.getValue(table, ids.getDevice(), false);
    return ids.getNDArrayInternal().embedding(ids, weight, SparseFormat.DENSE).singletonOrThrow();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape activations = new Shape(1, 1, width);
    norm.initialize(manager, type, activations);
    layers.forEach(layer -> layer.initialize(manager, type, activations, new Shape(1, 1, 1, 1)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {new Shape(inputs[0].get(0), width)};
  }
}

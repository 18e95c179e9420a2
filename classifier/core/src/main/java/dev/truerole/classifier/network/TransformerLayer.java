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
import ai.djl.nn.norm.LayerNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One layer of a BERT encoder (Devlin et al. 2019): self-attention and a feed-forward part, each
 * added to what came in and normalised. Takes activations (N, T, E) and a mask (N, 1, 1, T), 0
 * where there is a word piece and very negative where there is none; gives activations (N, T, E).
 */
final class TransformerLayer extends AbstractBlock {

  static final float NORM_EPSILON = 1e-12f;

  private final int width;
  private final int heads;
  private final float dropout;
  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear output;
  private final LayerNorm attentionNorm;
  private final Linear inner;
  private final Linear outer;
  private final LayerNorm outputNorm;

  TransformerLayer(int width, int heads, int innerWidth, float dropout) {
    this.width = width;
    this.heads = heads;
    this.dropout = dropout;
    query = linear("query", width);
    key = linear("key", width);
    value = linear("value", width);
    output = linear("output", width);
    attentionNorm = addChildBlock("attentionNorm", norm());
    inner = linear("inner", innerWidth);
    outer = linear("outer", width);
    outputNorm = addChildBlock("outputNorm", norm());
  }

  private Linear linear(String name, int units) {
    return addChildBlock(name, Linear.builder().setUnits(units).build());
  }

  static LayerNorm norm() {
    return LayerNorm.builder().axis(2).optEpsilon(NORM_EPSILON).build();
  }

  /** Its parameters by their names in BERT's checkpoints. */
  Map<String, Parameter> checkpointNames() {
    Map<String, Parameter> names = new LinkedHashMap<>();
    add(names, "attention.self.query", query, "weight", "bias");
    add(names, "attention.self.key", key, "weight", "bias");
    add(names, "attention.self.value", value, "weight", "bias");
    add(names, "attention.output.dense", output, "weight", "bias");
    add(names, "attention.output.LayerNorm", attentionNorm, "gamma", "beta");
    add(names, "intermediate.dense", inner, "weight", "bias");
    add(names, "output.dense", outer, "weight", "bias");
    add(names, "output.LayerNorm", outputNorm, "gamma", "beta");
    return names;
  }

  static void add(
      Map<String, Parameter> names, String prefix, Block block, String weight, String bias) {
    names.put(prefix + ".weight", block.getDirectParameters().get(weight));
    names.put(prefix + ".bias", block.getDirectParameters().get(bias));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDManager parent = inputs.get(0).getManager();
    try (NDManager scratch = parent.newSubManager()) {
      NDArray x = view(inputs.get(0), scratch);
      NDArray attended = attention(store, x, inputs.get(1), training);
      NDArray middle =
          apply(
              store,
              attentionNorm,
              x.add(EvidenceLayers.drop(attended, dropout, training)),
              training);
      NDArray wide = Activation.gelu(apply(store, inner, middle, training));
      NDArray narrow = apply(store, outer, wide, training);
      NDArray result =
          apply(
              store,
              outputNorm,
              middle.add(EvidenceLayers.drop(narrow, dropout, training)),
              training);
      result.attach(parent);
      return new NDList(result);
    }
  }

  /** The same array under a manager that frees all that is made of it. */
  static NDArray view(NDArray array, NDManager owner) {
    NDArray view = array.reshape(array.getShape());
    view.attach(owner);
    return view;
  }

  private NDArray attention(ParameterStore store, NDArray x, NDArray mask, boolean training) {
    NDArray queries = split(apply(store, query, x, training));
    NDArray keys = split(apply(store, key, x, training));
    NDArray values = split(apply(store, value, x, training));
    double scale = 1 / Math.sqrt((double) width / heads);
    NDArray scores = Scalars.times(queries, scale).matMul(keys.transpose(0, 1, 3, 2)).add(mask);
    NDArray mixed = scores.softmax(3).matMul(values).transpose(0, 2, 1, 3);
    return apply(store, output, mixed.reshape(x.getShape()), training);
  }

  /** (N, T, E) to (N, heads, T, E / heads). */
  private NDArray split(NDArray x) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), heads, width / heads).transpose(0, 2, 1, 3);
  }

  private static NDArray apply(ParameterStore store, Block block, NDArray x, boolean training) {
    return block.forward(store, new NDList(x), training).singletonOrThrow();
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    Shape in = inputs[0];
    for (Block block : new Block[] {query, key, value, output, attentionNorm, inner, outputNorm}) {
      block.initialize(manager, type, in);
    }
    outer.initialize(manager, type, inner.getOutputShapes(new Shape[] {in}));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {inputs[0]};
  }
}

package dev.truerole.classifier.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * From what is known of each segment, (S, D), to its scores by one hidden layer, and on to the
 * answer by an {@link AdditiveHead}; takes membership (B, S) too.
 */
final class EvidenceLayers extends AbstractBlock {

  private static final int SCORES = 3;

  /** Before softplus: a segment starts with next to no evidence for either side. */
  private static final float QUIET = -3;

  private final float inputDropout;
  private final float hiddenDropout;
  private final Linear hidden;
  private final Linear scores;
  private final AdditiveHead head;

  EvidenceLayers(int units, float inputDropout, float hiddenDropout) {
    this.inputDropout = inputDropout;
    this.hiddenDropout = hiddenDropout;
    hidden = addChildBlock("hidden", Linear.builder().setUnits(units).build());
    scores = addChildBlock("scores", Linear.builder().setUnits(SCORES).build());
    scores.setInitializer(
        (manager, shape, type) -> manager.create(new float[] {QUIET, QUIET, 0}), "bias");
    head = addChildBlock("head", new AdditiveHead());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray seen = drop(inputs.get(0), inputDropout, training);
    NDArray inner = hidden.forward(store, new NDList(seen), training).singletonOrThrow();
    NDArray active = drop(Activation.relu(inner), hiddenDropout, training);
    NDArray scored = scores.forward(store, new NDList(active), training).singletonOrThrow();
    return head.forward(store, new NDList(scored, inputs.get(1)), training);
  }

  static NDArray drop(NDArray x, float rate, boolean training) {
    return training && rate > 0 ? Dropout.dropout(x, rate, true).singletonOrThrow() : x;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    hidden.initialize(manager, type, inputs[0]);
    scores.initialize(manager, type, hidden.getOutputShapes(new Shape[] {inputs[0]})[0]);
    head.initialize(manager, type, new Shape(inputs[0].get(0), SCORES), inputs[1]);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return outputShapes(inputs[1].get(0), inputs[0].get(0));
  }

  /** What comes out of B postings with S segments. */
  static Shape[] outputShapes(long postings, long segments) {
    return new Shape[] {
      new Shape(postings, 4), new Shape(postings, 5), new Shape(segments, SCORES)
    };
  }
}

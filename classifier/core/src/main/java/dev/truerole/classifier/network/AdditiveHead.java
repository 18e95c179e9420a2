package dev.truerole.classifier.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * From segment scores to the answer, additively: every segment's evidence is summed, and the answer
 * is a function of the sums (additive multiple-instance learning, Javed et al. 2022).
 *
 * <p>Takes scores (S, 3) and membership (B, S). With softplus for the two sides, the sums are DS,
 * ML &ge; 0 and a scope logit, in which a segment counts by its part of the posting. The share is
 * dsShare = (DS + &epsilon;) / (DS + ML + 2&epsilon;); the true share is taken to be logistic
 * around its logit z with scale &sigma;, which may depend on how much evidence there is, so the
 * role probabilities in scope are those of its falling above 0.65, below 0.35 or between: an
 * ordinal model (McCullagh 1980).
 *
 * <p>Gives probabilities (B, 4) of data scientist, ML engineer, hybrid, other; sums (B, 5): DS, ML,
 * scope logit, z, &sigma;; and evidence (S, 3), whose columns add up to the first three sums (less
 * the bias of the scope).
 */
public final class AdditiveHead extends AbstractBlock {

  /** Shares from here on are a data scientist's; from its mirror image down, an ML engineer's. */
  public static final double DATA_SCIENTIST_FROM = 0.65;

  private static final float THRESHOLD =
      (float) Math.log(DATA_SCIENTIST_FROM / (1 - DATA_SCIENTIST_FROM));

  /** Lets a mean over segments reach the logits of a clear case. */
  private static final float SCOPE_GAIN = 5;

  /** Evidence at which &sigma; is just exp(base). */
  private static final double LOG_USUAL_EVIDENCE = Math.log(10);

  private static final float MIN_LOG_SIGMA = -2;
  private static final float MAX_LOG_SIGMA = 1.5f;
  private static final float FIRST_EPSILON = 0.5f;

  private final Parameter scopeBias = parameter("scopeBias", 1);
  private final Parameter logSigma = parameter("logSigma", 0, 0);
  private final Parameter logEpsilon = parameter("logEpsilon", (float) Math.log(FIRST_EPSILON));

  /**
   * Factors on &sigma; and on the scope logit, and a shift of the latter, fitted after training on
   * unseen postings.
   */
  private final Parameter calibration = parameter("calibration", 1, 1, 0);

  AdditiveHead() {
    addParameter(scopeBias);
    addParameter(logSigma);
    addParameter(logEpsilon);
    addParameter(calibration);
    calibration.freeze(true);
  }

  private static Parameter parameter(String name, float... first) {
    return Parameter.builder()
        .setName(name)
        .setType(Parameter.Type.OTHER)
        .optShape(new Shape(first.length))
        .optInitializer((manager, shape, type) -> manager.create(first))
        .build();
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray scores = inputs.get(0);
    NDArray membership = inputs.get(1);
    NDArray sides = softplus(scores.get(":, :2"));
    NDArray scope = scores.get(":, 2:").mul(membership.transpose().matMul(portion(membership)));
    NDArray evidence = sides.concat(scope, 1);
    NDArray sums = membership.matMul(evidence);
    NDArray epsilon = value(store, logEpsilon, scores, training).exp();
    NDArray ds = sums.get(":, 0").add(epsilon);
    NDArray ml = sums.get(":, 1").add(epsilon);
    NDArray z = ds.log().sub(ml.log());
    NDArray sigma = sigma(store, ds.add(ml), training);
    NDArray logit = sums.get(":, 2").add(value(store, scopeBias, scores, training));
    NDArray factors = value(store, calibration, scores, training);
    NDArray scopeLogit = logit.mul(factors.get("1:2")).add(factors.get("2:3"));
    NDArray probabilities = probabilities(z, sigma, scopeLogit);
    NDArray answer =
        NDArrays.stack(new NDList(sums.get(":, 0"), sums.get(":, 1"), logit, z, sigma), 1);
    return new NDList(probabilities, answer, evidence);
  }

  /**
   * (B, 1): what a segment counts for in the scope. It is a matter of proportion: a longer posting
   * is not a surer one, and on other collections it would be surely wrong.
   */
  private static NDArray portion(NDArray membership) {
    return membership.sum(new int[] {1}, true).pow(-1).mul(SCOPE_GAIN);
  }

  private NDArray sigma(ParameterStore store, NDArray evidence, boolean training) {
    NDArray line = value(store, logSigma, evidence, training);
    NDArray factor = value(store, calibration, evidence, training).get("0:1");
    NDArray slope = evidence.log().sub(LOG_USUAL_EVIDENCE).mul(line.get("1:2"));
    return slope.add(line.get("0:1")).clip(MIN_LOG_SIGMA, MAX_LOG_SIGMA).exp().mul(factor);
  }

  private static NDArray probabilities(NDArray z, NDArray sigma, NDArray scopeLogit) {
    NDArray in = sigmoid(scopeLogit);
    NDArray above = sigmoid(z.sub(THRESHOLD).div(sigma));
    NDArray below = sigmoid(z.neg().sub(THRESHOLD).div(sigma));
    NDArray between = above.add(below).neg().add(1);
    NDArray out = sigmoid(scopeLogit.neg());
    return NDArrays.stack(new NDList(above.mul(in), below.mul(in), between.mul(in), out), 1);
  }

  private static NDArray softplus(NDArray x) {
    return x.getNDArrayInternal().softPlus();
  }

  private static NDArray sigmoid(NDArray x) {
    return x.getNDArrayInternal().sigmoid();
  }

  /** A parameter as a view that is freed with the batch, not with the model. */
  private static NDArray value(
      ParameterStore store, Parameter parameter, NDArray batch, boolean training) {
    NDArray value = store.getValue(parameter, batch.getDevice(), training);
    NDArray view = value.reshape(value.getShape());
    view.attach(batch.getManager());
    return view;
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    long postings = inputs[1].get(0);
    return new Shape[] {new Shape(postings, 4), new Shape(postings, 5), inputs[0]};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... shapes) {}
}

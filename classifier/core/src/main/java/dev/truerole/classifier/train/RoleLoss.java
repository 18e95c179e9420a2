package dev.truerole.classifier.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.network.Scalars;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a network's outputs are from the labels of a batch: likelihood of the role, likelihood of
 * the stated share (known to a step of 0.05, so an interval-censored logistic one), distance of the
 * share (Huber) and likelihood of the scope. Unsure labels weigh less.
 */
final class RoleLoss {

  private static final double SHARE_LIKELIHOOD = 0.5;
  private static final double SHARE_DISTANCE = 2;
  private static final double SCOPE = 0.5;

  /** Weight of a label by its confidence 1, 2, 3. */
  private static final float[] CONFIDENCE = {0.6f, 1, 1.2f};

  private static final double HALF_STEP = 0.025;
  private static final float NO_BOUND = 30;
  private static final float HUBER_FROM = 0.1f;
  private static final float LEAST_PROBABILITY = 1e-6f;
  private static final float LEAST_INTERVAL = 1e-5f;

  private RoleLoss() {}

  /**
   * The mean loss of a batch, a scalar that can be differentiated.
   *
   * @param outputs probabilities (B, 4) and sums (B, 5) as the additive head gives them
   * @param labels B labels, null where there is none: those count for nothing
   */
  static NDArray of(NDManager manager, NDList outputs, List<@Nullable Label> labels) {
    Targets targets = new Targets(manager, labels);
    NDArray probabilities = outputs.get(0);
    NDArray scopeLogit = outputs.get(1).get(":, 2");
    NDArray z = outputs.get(1).get(":, 3");
    NDArray sigma = outputs.get(1).get(":, 4");
    NDArray role = probabilities.mul(targets.roles).sum(new int[] {1});
    NDArray loss = negativeLog(role, LEAST_PROBABILITY);
    NDArray interval =
        sigmoid(targets.high.sub(z).div(sigma)).sub(sigmoid(targets.low.sub(z).div(sigma)));
    NDArray likelihood = negativeLog(interval, LEAST_INTERVAL).mul(targets.inScope);
    loss = loss.add(Scalars.times(likelihood, SHARE_LIKELIHOOD));
    NDArray distance = huber(sigmoid(z).sub(targets.share)).mul(targets.hasShare);
    loss = loss.add(Scalars.times(distance, SHARE_DISTANCE));
    NDArray sign = targets.inScope.mul(2).sub(1);
    NDArray scope = scopeLogit.mul(sign).neg().getNDArrayInternal().softPlus();
    long labelled = labels.stream().filter(Objects::nonNull).count();
    NDArray sum = loss.add(Scalars.times(scope, SCOPE)).mul(targets.weights).sum();
    return Scalars.times(sum, 1.0 / Math.max(1, labelled));
  }

  private static NDArray negativeLog(NDArray probability, float least) {
    return Scalars.atLeast(probability, least).log().neg();
  }

  /** The size of a difference, squared where it is small. */
  static NDArray huber(NDArray difference) {
    NDArray size = difference.abs();
    NDArray near = Scalars.atMost(size, HUBER_FROM);
    return Scalars.times(near.square(), 1 / (2 * HUBER_FROM)).add(size.sub(near));
  }

  private static NDArray sigmoid(NDArray x) {
    return x.getNDArrayInternal().sigmoid();
  }

  /** The labels of a batch as arrays (B), roles as (B, 4). */
  private static final class Targets {
    private final NDArray roles;
    private final NDArray inScope;
    private final NDArray hasShare;
    private final NDArray share;
    private final NDArray low;
    private final NDArray high;
    private final NDArray weights;

    Targets(NDManager manager, List<@Nullable Label> labels) {
      int n = labels.size();
      float[] rolesOf = new float[n * Role.values().length];
      float[][] columns = new float[6][n];
      for (int i = 0; i < n; i++) {
        Label label = labels.get(i);
        if (label == null) {
          continue;
        }
        Double dsShare = label.dsShare();
        rolesOf[i * Role.values().length + label.role().column()] = 1;
        columns[0][i] = label.inScope() ? 1 : 0;
        columns[1][i] = dsShare == null ? 0 : 1;
        columns[2][i] = dsShare == null ? 0 : dsShare.floatValue();
        columns[3][i] = logit(low(label));
        columns[4][i] = logit(high(label));
        columns[5][i] = CONFIDENCE[label.confidence() - 1];
      }
      roles = manager.create(rolesOf, new Shape(n, Role.values().length));
      inScope = manager.create(columns[0]);
      hasShare = manager.create(columns[1]);
      share = manager.create(columns[2]);
      low = manager.create(columns[3]);
      high = manager.create(columns[4]);
      weights = manager.create(columns[5]);
    }

    private static double low(Label label) {
      Double dsShare = label.dsShare();
      if (dsShare != null) {
        return dsShare - HALF_STEP;
      }
      return switch (label.role()) {
        case DATA_SCIENTIST -> 0.65 - HALF_STEP;
        case HYBRID -> 0.35 + HALF_STEP;
        case ML_ENGINEER, OTHER -> 0;
      };
    }

    private static double high(Label label) {
      Double dsShare = label.dsShare();
      if (dsShare != null) {
        return dsShare + HALF_STEP;
      }
      return switch (label.role()) {
        case ML_ENGINEER -> 0.35 + HALF_STEP;
        case HYBRID -> 0.65 - HALF_STEP;
        case DATA_SCIENTIST, OTHER -> 1;
      };
    }

    private static float logit(double share) {
      if (share <= 0) {
        return -NO_BOUND;
      }
      return share >= 1 ? NO_BOUND : (float) Math.log(share / (1 - share));
    }
  }
}

package dev.truerole.classifier.train;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.network.AdditiveHead;
import java.util.List;
import java.util.Map;

/**
 * Values that make probabilities mean what they say, fitted by maximum likelihood on predictions of
 * postings a model has not seen (temperature scaling, Guo et al. 2017, once for each part).
 *
 * @param sigma on the scale of the share's logit: above 1 makes the role less certain
 * @param scope on the scope logit: below 1 makes being in scope less certain
 * @param shift added to the scope logit then: above 0 finds more postings in scope, for a model
 *     that learned from another mixture than it is to read
 */
public record Calibration(double sigma, double scope, double shift) {

  /** Changes nothing. */
  public static final Calibration NONE = new Calibration(1, 1, 0);

  private static final double THRESHOLD =
      Math.log(AdditiveHead.DATA_SCIENTIST_FROM / (1 - AdditiveHead.DATA_SCIENTIST_FROM));

  private static final double LOWEST = 0.3;
  private static final double HIGHEST = 3;
  private static final int STEPS = 140;
  private static final double MOST_SHIFT = 2;
  private static final double SHIFT_STEP = 0.05;
  private static final double LEAST = 1e-6;

  /**
   * Fits all three on predictions made without calibration.
   *
   * @param predictions of unseen postings
   * @param labels theirs
   */
  static Calibration fit(List<Prediction> predictions, List<Label> labels) {
    double sigma = best(factor -> sideLoss(predictions, labels, factor));
    double shift = 0;
    double scope = 1;
    double least = Double.MAX_VALUE;
    for (double by = -MOST_SHIFT; by <= MOST_SHIFT; by += SHIFT_STEP) {
      double added = by;
      double factor = best(each -> scopeLoss(predictions, labels, each, added));
      double loss = scopeLoss(predictions, labels, factor, added);
      if (loss < least) {
        least = loss;
        shift = by;
        scope = factor;
      }
    }
    return new Calibration(sigma, scope, Math.rint(shift / SHIFT_STEP) * SHIFT_STEP);
  }

  private static double best(java.util.function.DoubleUnaryOperator loss) {
    double best = 1;
    double least = Double.MAX_VALUE;
    for (int i = 0; i <= STEPS; i++) {
      double factor = LOWEST * Math.pow(HIGHEST / LOWEST, (double) i / STEPS);
      double value = loss.applyAsDouble(factor);
      if (value < least) {
        least = value;
        best = factor;
      }
    }
    return best;
  }

  private static double sideLoss(List<Prediction> predictions, List<Label> labels, double factor) {
    double loss = 0;
    for (int i = 0; i < labels.size(); i++) {
      Role role = labels.get(i).role();
      if (role != Role.OTHER) {
        Prediction prediction = predictions.get(i);
        double z = Math.log(prediction.dsShare() / (1 - prediction.dsShare()));
        double above = sigmoid((z - THRESHOLD) / (prediction.sigma() * factor));
        double below = sigmoid((-z - THRESHOLD) / (prediction.sigma() * factor));
        double probability =
            switch (role) {
              case DATA_SCIENTIST -> above;
              case ML_ENGINEER -> below;
              case HYBRID, OTHER -> 1 - above - below;
            };
        loss -= Math.log(Math.max(LEAST, probability));
      }
    }
    return loss;
  }

  private static double scopeLoss(
      List<Prediction> predictions, List<Label> labels, double factor, double shift) {
    double loss = 0;
    for (int i = 0; i < labels.size(); i++) {
      double in = sigmoid(predictions.get(i).scope() * factor + shift);
      loss -= Math.log(Math.max(LEAST, labels.get(i).inScope() ? in : 1 - in));
    }
    return loss;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** What a prediction made without calibration becomes with it. */
  Prediction apply(Prediction raw) {
    double in = sigmoid(raw.scope() * scope + shift);
    double z = Math.log(raw.dsShare() / (1 - raw.dsShare()));
    double above = sigmoid((z - THRESHOLD) / (raw.sigma() * sigma));
    double below = sigmoid((-z - THRESHOLD) / (raw.sigma() * sigma));
    return new Prediction(
        Map.of(
            Role.DATA_SCIENTIST, in * above,
            Role.ML_ENGINEER, in * below,
            Role.HYBRID, in * (1 - above - below),
            Role.OTHER, 1 - in),
        raw.dsShare(),
        raw.sigma() * sigma,
        raw.scope(),
        raw.evidence());
  }
}

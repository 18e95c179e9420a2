package dev.truerole.classifier.train;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.network.AdditiveHead;
import java.util.List;

/**
 * Factors that make probabilities mean what they say, fitted by maximum likelihood on predictions
 * of postings a model has not seen (temperature scaling, Guo et al. 2017, once for each part).
 *
 * @param sigma on the scale of the share's logit: above 1 makes the role less certain
 * @param scope on the scope logit: below 1 makes being in scope less certain
 */
public record Calibration(double sigma, double scope) {

  /** Changes nothing. */
  public static final Calibration NONE = new Calibration(1, 1);

  private static final double LOWEST = 0.3;
  private static final double HIGHEST = 3;
  private static final int STEPS = 140;
  private static final double LEAST = 1e-6;

  /**
   * Fits both factors on predictions made without calibration.
   *
   * @param predictions of unseen postings
   * @param labels theirs
   */
  static Calibration fit(List<Prediction> predictions, List<Label> labels) {
    double sigma = best(factor -> sideLoss(predictions, labels, factor));
    double scope = best(factor -> scopeLoss(predictions, labels, factor));
    return new Calibration(sigma, scope);
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
    double threshold =
        Math.log(AdditiveHead.DATA_SCIENTIST_FROM / (1 - AdditiveHead.DATA_SCIENTIST_FROM));
    double loss = 0;
    for (int i = 0; i < labels.size(); i++) {
      Role role = labels.get(i).role();
      if (role != Role.OTHER) {
        Prediction prediction = predictions.get(i);
        double z = Math.log(prediction.dsShare() / (1 - prediction.dsShare()));
        double above = sigmoid((z - threshold) / (prediction.sigma() * factor));
        double below = sigmoid((-z - threshold) / (prediction.sigma() * factor));
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

  private static double scopeLoss(List<Prediction> predictions, List<Label> labels, double factor) {
    double loss = 0;
    for (int i = 0; i < labels.size(); i++) {
      double in = sigmoid(predictions.get(i).scope() * factor);
      loss -= Math.log(Math.max(LEAST, labels.get(i).inScope() ? in : 1 - in));
    }
    return loss;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}

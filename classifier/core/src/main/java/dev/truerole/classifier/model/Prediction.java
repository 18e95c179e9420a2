package dev.truerole.classifier.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a model says of a posting.
 *
 * @param probabilities of every role; they sum to 1
 * @param dsShare share of the side-specific evidence that is data-scientist, 0 to 1
 * @param sigma scale of the logistic distribution around the logit of {@code dsShare}
 * @param scope logit of being in scope, before calibration
 * @param evidence one for each segment, in order: the columns sum to the sides and, with the
 *     model's bias, to {@code scope}
 */
public record Prediction(
    Map<Role, Double> probabilities,
    double dsShare,
    double sigma,
    double scope,
    List<Evidence> evidence) {

  /** Copies what it is given. */
  public Prediction {
    probabilities = Map.copyOf(probabilities);
    evidence = List.copyOf(evidence);
  }

  /** The most probable role; of equals, the first in the order of {@link Role}. */
  public Role role() {
    return probabilities.entrySet().stream()
        .max(
            Map.Entry.<Role, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .orElseThrow()
        .getKey();
  }

  /**
   * Where the share lies with a given probability: its central interval under the logistic
   * distribution.
   *
   * @param coverage above 0, below 1
   */
  public Interval shareWithin(double coverage) {
    double z = Math.log(dsShare / (1 - dsShare));
    double tail = (1 - coverage) / 2;
    double half = sigma * Math.log((1 - tail) / tail);
    return new Interval(1 / (1 + Math.exp(half - z)), 1 / (1 + Math.exp(-half - z)));
  }

  /** From {@code low} to {@code high}. */
  public record Interval(double low, double high) {}

  /** The probability of a role, 0 to 1. */
  public double probability(Role role) {
    return probabilities.getOrDefault(role, 0.0);
  }
}

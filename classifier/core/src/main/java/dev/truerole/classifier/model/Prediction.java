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

  /** The probability of a role, 0 to 1. */
  public double probability(Role role) {
    return probabilities.getOrDefault(role, 0.0);
  }
}

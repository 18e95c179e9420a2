package dev.truerole.classifier.audit;

import dev.truerole.classifier.train.Evaluation;

/**
 * What it costs to read postings of a kind that training held none of.
 *
 * @param kind such as a source
 * @param apart figures of a model that learned from other kinds only
 * @param within figures on the same postings of models that learned from this kind too, by
 *     cross-validation
 */
public record Shift(String kind, Evaluation apart, Evaluation within) {

  /** The loss of macro-F1; below 0 for a gain. */
  public double drop() {
    return within.macroF1() - apart.macroF1();
  }
}

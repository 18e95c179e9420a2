package dev.truerole.classifier.audit;

import dev.truerole.classifier.train.Evaluation;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to read postings of a kind that training held none of.
 *
 * @param kind such as a source
 * @param apart figures of a model that learned from other kinds only
 * @param within figures on the same postings of models that learned from this kind too, by
 *     cross-validation; null where none was run
 */
public record Shift(String kind, Evaluation apart, @Nullable Evaluation within) {

  /** The loss of macro-F1, below 0 for a gain; NaN without a figure to compare with. */
  public double drop() {
    return within == null ? Double.NaN : within.macroF1() - apart.macroF1();
  }
}

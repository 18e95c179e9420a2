package dev.truerole.classifier.audit;

/**
 * Whether the segments shown as evidence are what the answer rests on: the answer's mean move when
 * they are deleted, against the same number of random others (comprehensiveness, DeYoung et al.
 * 2020).
 *
 * @param postings how many were long enough to try
 * @param top mean move of dsShare, or of the probability of being in scope for postings answered
 *     otherwise, without the three strongest segments
 * @param random the same without three random others
 */
public record Faithfulness(int postings, double top, double random) {

  /** How many times more the evidence matters; NaN where nothing moved. */
  public double ratio() {
    return top / random;
  }
}

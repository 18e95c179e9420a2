package dev.truerole.classifier.train;

import dev.truerole.classifier.model.Role;
import java.util.List;
import java.util.Map;

/**
 * How well predictions fit labels.
 *
 * @param postings how many were compared
 * @param macroF1 mean F1 of the roles that occur among the labels
 * @param macroF1Low lower end of its 95 % bootstrap interval
 * @param macroF1High upper end
 * @param accuracy share of right roles
 * @param byRole figures of each role
 * @param calibrationError expected calibration error: 10 equal bins of the probability given to the
 *     answered role
 * @param shareError mean absolute error of dsShare among postings in scope with a stated share
 * @param shareCorrelation Pearson's r of the same
 * @param shareCoverage how many of their true shares lie in the 80 % interval given, 0 to 1; labels
 *     are steps of 0.05, so half a step more is allowed
 * @param reliability the bins behind {@code calibrationError}, ascending, without empty ones
 * @param confusion counts, rows labels and columns answers, in the order of {@link Role}
 */
public record Evaluation(
    int postings,
    double macroF1,
    double macroF1Low,
    double macroF1High,
    double accuracy,
    Map<Role, RoleFigures> byRole,
    double calibrationError,
    double shareError,
    double shareCorrelation,
    double shareCoverage,
    List<ReliabilityBin> reliability,
    List<List<Integer>> confusion) {

  /**
   * Answers of about the same probability.
   *
   * @param answers how many
   * @param probability given to the answered role, mean
   * @param accuracy share of right roles
   */
  public record ReliabilityBin(int answers, double probability, double accuracy) {}

  /**
   * Figures of one role.
   *
   * @param support labels of this role
   */
  public record RoleFigures(double precision, double recall, double f1, int support) {}
}

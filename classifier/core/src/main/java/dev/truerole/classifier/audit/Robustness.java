package dev.truerole.classifier.audit;

/**
 * How answers stood a change that leaves the work as it is.
 *
 * @param change the name of the perturbation
 * @param family what it touches
 * @param postings how many were changed and answered again
 * @param changed how many of them got another role
 * @param low lower end of the 95 % interval of the share changed (Wilson 1927)
 * @param high upper end
 * @param shareMove mean move of dsShare among postings in scope before and after
 */
public record Robustness(
    String change,
    String family,
    int postings,
    int changed,
    double low,
    double high,
    double shareMove) {

  private static final double Z = 1.96;

  static Robustness of(Perturbation perturbation, int postings, int changed, double shareMove) {
    double n = Math.max(1, postings);
    double share = changed / n;
    double middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n);
    return new Robustness(
        perturbation.name(),
        perturbation.family().label(),
        postings,
        changed,
        Math.max(0, middle - half),
        Math.min(1, middle + half),
        shareMove);
  }

  /** The share of answers changed, 0 to 1. */
  public double changedShare() {
    return postings == 0 ? 0 : (double) changed / postings;
  }
}

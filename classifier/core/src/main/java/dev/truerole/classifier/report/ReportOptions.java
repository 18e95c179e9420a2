package dev.truerole.classifier.report;

/**
 * How a report looks.
 *
 * @param allEvidence whether every segment's evidence is given rather than the strongest
 * @param colour whether a text report may use terminal colours
 */
public record ReportOptions(boolean allEvidence, boolean colour) {

  /** The strongest evidence, no colour. */
  public static ReportOptions plain() {
    return new ReportOptions(false, false);
  }
}

package dev.truerole.classifier.report;

import java.util.List;

/**
 * How a report looks.
 *
 * @param allEvidence whether every segment's evidence is given rather than the strongest
 * @param colour whether a text report may use terminal colours
 * @param columns the columns of tables that are read, which tables keep in front of ours
 * @param excel whether a table starts with the byte order mark that Excel wants
 */
public record ReportOptions(
    boolean allEvidence, boolean colour, List<String> columns, boolean excel) {

  /** Copies the columns. */
  public ReportOptions {
    columns = List.copyOf(columns);
  }

  /** Options of a report that keeps no columns. */
  public ReportOptions(boolean allEvidence, boolean colour) {
    this(allEvidence, colour, List.of(), false);
  }

  /** The strongest evidence, no colour. */
  public static ReportOptions plain() {
    return new ReportOptions(false, false);
  }
}

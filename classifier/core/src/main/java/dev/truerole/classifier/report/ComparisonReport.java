package dev.truerole.classifier.report;

import dev.truerole.classifier.audit.Comparison;
import dev.truerole.classifier.audit.Comparison.Difference;
import dev.truerole.classifier.train.Evaluation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Two models side by side, as a table or as JSON. */
public final class ComparisonReport {

  private static final int SHOWN = 20;

  private ComparisonReport() {}

  /** A table, and the first postings that they answer differently. */
  public static String text(Comparison comparison) {
    Map<String, Evaluation> figures = new LinkedHashMap<>();
    figures.put("first", comparison.first());
    figures.put("second", comparison.second());
    StringBuilder out = new StringBuilder(EvaluationReport.rows(figures));
    line(out, "");
    difference(out, "macro-F1", comparison.macroF1());
    difference(out, "dsShare MAE", comparison.shareError());
    line(
        out,
        "Only the first is right on %d postings, only the second on %d; McNemar's p = %.3f.",
        comparison.onlyFirstRight(),
        comparison.onlySecondRight(),
        comparison.pValue());
    line(
        out,
        comparison.secondIsWorse()
            ? "The second is significantly worse."
            : "The second is not significantly worse.");
    line(out, "");
    line(out, "Answered differently: %d", comparison.differing().size());
    comparison.differing().stream()
        .limit(SHOWN)
        .forEach(
            posting ->
                line(
                    out,
                    "  %-28s label %-15s first %-15s second %s",
                    posting.id(),
                    posting.label(),
                    posting.first(),
                    posting.second()));
    if (comparison.differing().size() > SHOWN) {
      line(out, "  and %d more; --json has them all", comparison.differing().size() - SHOWN);
    }
    return out.toString();
  }

  /** Everything as a JSON object. */
  public static String json(Comparison comparison) {
    return EvaluationReport.json(Map.of("comparison", comparison));
  }

  private static void difference(StringBuilder out, String name, Difference difference) {
    line(
        out,
        "%-12s second less first %+.3f  [%+.3f, %+.3f]",
        name,
        difference.value(),
        difference.low(),
        difference.high());
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}

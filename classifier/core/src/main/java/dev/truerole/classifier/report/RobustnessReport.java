package dev.truerole.classifier.report;

import dev.truerole.classifier.audit.Faithfulness;
import dev.truerole.classifier.audit.Robustness;
import java.util.List;
import java.util.Locale;

/** What changes of postings did to their answers, as a table. */
public final class RobustnessReport {

  private RobustnessReport() {}

  /** A row a change, then what deleting evidence does. */
  public static String text(List<Robustness> rows, Faithfulness evidence) {
    StringBuilder out = new StringBuilder("\n");
    line(out, "%-32s %7s %8s  %-16s %8s", "change", "n", "answers", "95 % interval", "dsShare");
    for (Robustness row : rows) {
      line(
          out,
          "%-32s %7d %6.1f %%  [%.3f, %.3f]   %8.3f",
          row.change(),
          row.postings(),
          100 * row.changedShare(),
          row.low(),
          row.high(),
          row.shareMove());
    }
    line(out, "");
    line(
        out,
        "Without the three strongest segments the answer moves %.3f, without three random others"
            + " %.3f: %.1f times (%d postings).",
        evidence.top(),
        evidence.random(),
        evidence.ratio(),
        evidence.postings());
    line(out, "answers: share that became another role. dsShare: mean move, in scope.");
    return out.toString();
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}

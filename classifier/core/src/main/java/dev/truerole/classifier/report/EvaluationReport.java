package dev.truerole.classifier.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.truerole.classifier.audit.Shift;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.Throughput;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Evaluations side by side, as a table or as JSON. */
public final class EvaluationReport {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private EvaluationReport() {}

  /**
   * A table with a row an evaluation, then roles and confusion of the first.
   *
   * @param figures evaluations by name, the main one first
   */
  public static String text(Map<String, Evaluation> figures) {
    StringBuilder out = new StringBuilder(rows(figures));
    Evaluation first = figures.values().iterator().next();
    roles(out, first);
    confusion(out, first);
    line(out, "");
    line(
        out,
        "ECE: expected calibration error, 10 bins. MAE, r: dsShare of postings in scope; in 80 %%:"
            + " true shares inside its 80 %% interval.");
    return out.toString();
  }

  /** The table alone. */
  static String rows(Map<String, Evaluation> figures) {
    StringBuilder out = new StringBuilder();
    line(
        out,
        "%-26s %6s %8s  %-16s %8s %7s %7s %7s %7s",
        "",
        "n",
        "macro-F1",
        "95 % interval",
        "accuracy",
        "ECE",
        "MAE",
        "r",
        "in 80 %");
    figures.forEach((name, e) -> row(out, name, e));
    return out.toString();
  }

  /** Figures as a JSON object, keyed by name: evaluations, and how fast a model reads. */
  public static String json(Map<String, ?> figures) {
    try {
      return JSON.writeValueAsString(figures) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A row each kind left out of training: its figures without, and within cross-validation. */
  public static String shifts(List<Shift> shifts) {
    StringBuilder out = new StringBuilder("\n");
    line(out, "%-58s %5s %9s %9s %7s", "left out of training", "n", "apart", "within", "drop");
    for (Shift shift : shifts) {
      Evaluation within = shift.within();
      line(
          out,
          "%-58s %5d %9.3f %9s %7s",
          shift.kind(),
          shift.apart().postings(),
          shift.apart().macroF1(),
          within == null ? "" : String.format(Locale.ROOT, "%.3f", within.macroF1()),
          within == null ? "" : String.format(Locale.ROOT, "%+.3f", shift.drop()));
    }
    double apart =
        shifts.stream().mapToDouble(shift -> shift.apart().macroF1()).average().orElse(Double.NaN);
    double drop = shifts.stream().mapToDouble(Shift::drop).average().orElse(Double.NaN);
    line(
        out,
        "%-58s %5s %9.3f %9s %7s",
        "mean",
        "",
        apart,
        "",
        Double.isNaN(drop) ? "" : String.format(Locale.ROOT, "%+.3f", drop));
    line(out, "macro-F1, uncalibrated, over the roles that occur.");
    return out.toString();
  }

  /** A line on how fast a model reads. */
  public static String text(Throughput speed) {
    return String.format(
        Locale.ROOT,
        "%nRole only, steady state: %,.0f postings a second on %d cores (%d passes over %,d"
            + " postings).%n",
        speed.perSecond(),
        speed.cores(),
        speed.passes(),
        speed.postings());
  }

  private static void row(StringBuilder out, String name, Evaluation e) {
    line(
        out,
        "%-26s %6d %8.3f  [%.3f, %.3f]   %8.3f %7.3f %7.3f %7.3f %7.3f",
        name,
        e.postings(),
        e.macroF1(),
        e.macroF1Low(),
        e.macroF1High(),
        e.accuracy(),
        e.calibrationError(),
        e.shareError(),
        e.shareCorrelation(),
        e.shareCoverage());
  }

  private static void roles(StringBuilder out, Evaluation e) {
    line(out, "");
    line(out, "%-16s %9s %7s %7s %8s", "role", "precision", "recall", "F1", "labels");
    for (Role role : Role.values()) {
      Evaluation.RoleFigures f = e.byRole().get(role);
      if (f != null) {
        line(
            out,
            "%-16s %9.3f %7.3f %7.3f %8d",
            role.label(),
            f.precision(),
            f.recall(),
            f.f1(),
            f.support());
      }
    }
  }

  private static void confusion(StringBuilder out, Evaluation e) {
    line(out, "");
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-16s", "label \\ answer"));
    for (Role role : Role.values()) {
      head.append(String.format(Locale.ROOT, " %15s", role.label()));
    }
    line(out, "%s", head);
    for (Role role : Role.values()) {
      StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-16s", role.label()));
      List<Integer> counts = e.confusion().get(role.column());
      counts.forEach(count -> row.append(String.format(Locale.ROOT, " %15d", count)));
      line(out, "%s", row);
    }
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}

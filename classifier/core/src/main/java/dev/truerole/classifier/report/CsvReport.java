package dev.truerole.classifier.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.Warning;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.classifier.skill.SkillLevel;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table with one row an input, for spreadsheets: cells that look like formulas are defused. */
final class CsvReport implements ReportWriter {

  private static final List<String> HEADER =
      List.of(
          "id",
          "title",
          "role",
          "p_data_scientist",
          "p_ml_engineer",
          "p_hybrid",
          "p_other",
          "ds_share",
          "ds_share_low",
          "ds_share_high",
          "title_role",
          "required_skills",
          "preferred_skills",
          "mentioned_skills",
          "years_min",
          "degree",
          "seniority",
          "salary",
          "workplace",
          "language",
          "warnings",
          "model",
          "error_code",
          "error_message");

  /** Columns of numbers that a posting not judged leaves empty. */
  private static final int PREDICTED = 7;

  private static final String SEPARATOR = "; ";

  private final CsvWriter csv;

  CsvReport(Writer out) {
    csv = CsvWriter.builder().build(out);
    csv.writeRecord(HEADER);
  }

  @Override
  public void write(PostingAnalysis analysis) {
    List<String> row = new ArrayList<>();
    row.add(safe(analysis.posting().id().text()));
    row.add(safe(analysis.posting().title()));
    addRole(row, analysis);
    row.add(analysis.titleRole() == null ? "" : analysis.titleRole().id());
    for (SkillLevel level : SkillLevel.values()) {
      row.add(safe(skills(analysis, level)));
    }
    addAsks(row, analysis);
    row.add(safe(analysis.language()));
    row.add(analysis.warnings().stream().map(Warning::code).collect(Collectors.joining(SEPARATOR)));
    row.add(safe(analysis.model()));
    row.add("");
    row.add("");
    csv.writeRecord(row);
  }

  @Override
  public void writeFailure(PostingId id, String code, String message) {
    List<String> row = new ArrayList<>(List.of(safe(id.text())));
    while (row.size() < HEADER.size() - 2) {
      row.add("");
    }
    row.add(safe(code));
    row.add(safe(message));
    csv.writeRecord(row);
  }

  private static void addRole(List<String> row, PostingAnalysis analysis) {
    row.add(analysis.role().map(Role::id).orElse(""));
    Prediction prediction = analysis.prediction();
    if (prediction == null) {
      row.addAll(Collections.nCopies(PREDICTED, ""));
      return;
    }
    Map<Role, BigDecimal> probabilities = Rounding.probabilities(prediction);
    for (Role role : List.of(Role.DATA_SCIENTIST, Role.ML_ENGINEER, Role.HYBRID, Role.OTHER)) {
      row.add(String.valueOf(probabilities.get(role)));
    }
    Prediction.Interval interval = prediction.shareWithin(PostingAnalysis.SHARE_COVERAGE);
    for (double share : new double[] {prediction.dsShare(), interval.low(), interval.high()}) {
      row.add(Rounding.round(share).toPlainString());
    }
  }

  /** Numbers and names as in JSON; the pay as the posting words it. */
  private static void addAsks(List<String> row, PostingAnalysis analysis) {
    Asks asks = analysis.asks();
    String body = analysis.posting().body().text();
    row.add(asks.yearsMin() == null ? "" : String.valueOf(asks.yearsMin().value()));
    row.add(asks.degree() == null ? "" : asks.degree().value().id());
    row.add(asks.seniority() == null ? "" : asks.seniority().value().id());
    row.add(asks.salary() == null ? "" : safe(asks.salary().span().of(body)));
    row.add(asks.workplace() == null ? "" : asks.workplace().value().id());
  }

  private static String skills(PostingAnalysis analysis, SkillLevel level) {
    return analysis.skills().stream()
        .filter(skill -> skill.level() == level)
        .map(skill -> skill.skill().name())
        .collect(Collectors.joining(SEPARATOR));
  }

  /** A spreadsheet runs cells that start like a formula: an apostrophe makes them text. */
  private static String safe(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  @Override
  public void flush() throws IOException {
    csv.flush();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}

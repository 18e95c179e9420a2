package dev.truerole.classifier.report;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.Warning;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.classifier.skill.SkillLevel;
import dev.truerole.scraper.posting.PostingId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers as rows of a table: the columns of the tables that were read, as they stood there, then
 * ours. For one thread.
 */
public final class AnswerTable {

  /** What cells of a column hold; a cell without a value is empty. */
  public enum Kind {
    /** Anything. */
    TEXT,
    /** A number with four decimals. */
    DECIMAL,
    /** A whole number. */
    WHOLE
  }

  /**
   * A column.
   *
   * @param ours whether it holds our answers rather than what was read
   */
  public record Column(String name, Kind kind, boolean ours) {}

  /** What our columns are called where the table that was read has one of the same name. */
  private static final String PREFIX = "truerole_";

  private static final String SEPARATOR = "; ";

  private static final List<Column> OURS =
      List.of(
          ours("id", Kind.TEXT),
          ours("title", Kind.TEXT),
          ours("role", Kind.TEXT),
          ours("p_data_scientist", Kind.DECIMAL),
          ours("p_ml_engineer", Kind.DECIMAL),
          ours("p_hybrid", Kind.DECIMAL),
          ours("p_other", Kind.DECIMAL),
          ours("ds_share", Kind.DECIMAL),
          ours("ds_share_low", Kind.DECIMAL),
          ours("ds_share_high", Kind.DECIMAL),
          ours("title_role", Kind.TEXT),
          ours("required_skills", Kind.TEXT),
          ours("preferred_skills", Kind.TEXT),
          ours("mentioned_skills", Kind.TEXT),
          ours("years_min", Kind.WHOLE),
          ours("degree", Kind.TEXT),
          ours("seniority", Kind.TEXT),
          ours("salary", Kind.TEXT),
          ours("workplace", Kind.TEXT),
          ours("language", Kind.TEXT),
          ours("warnings", Kind.TEXT),
          ours("model", Kind.TEXT),
          ours("error_code", Kind.TEXT),
          ours("error_message", Kind.TEXT));

  /** Columns of numbers that a posting not judged leaves empty. */
  private static final int PREDICTED = 7;

  private final List<String> own;
  private final List<Column> columns;
  private List<String> source = List.of();
  private int[] places = {};

  /**
   * A table.
   *
   * @param own the columns of the tables that are read, each name once
   */
  public AnswerTable(List<String> own) {
    this.own = List.copyOf(own);
    List<Column> all = new ArrayList<>();
    this.own.forEach(name -> all.add(new Column(name, Kind.TEXT, false)));
    for (Column ours : OURS) {
      all.add(new Column(free(ours.name()), ours.kind(), true));
    }
    this.columns = List.copyOf(all);
  }

  private static Column ours(String name, Kind kind) {
    return new Column(name, kind, true);
  }

  private String free(String name) {
    String free = name;
    while (own.contains(free)) {
      free = PREFIX + free;
    }
    return free;
  }

  /** All columns, in order. */
  public List<Column> columns() {
    return columns;
  }

  /**
   * The row of an answer.
   *
   * @param header the columns of the table it was read from; the same list for each of its rows
   * @param cells what stood there; what is missing is empty, what is too much is left out
   */
  public List<String> row(PostingAnalysis analysis, List<String> header, List<String> cells) {
    List<String> row = own(header, cells);
    row.add(analysis.posting().id().text());
    row.add(text(analysis.posting().title()));
    addRole(row, analysis);
    row.add(analysis.titleRole() == null ? "" : analysis.titleRole().id());
    for (SkillLevel level : SkillLevel.values()) {
      row.add(skills(analysis, level));
    }
    addAsks(row, analysis);
    row.add(text(analysis.language()));
    row.add(analysis.warnings().stream().map(Warning::code).collect(Collectors.joining(SEPARATOR)));
    row.add(analysis.model());
    row.add("");
    row.add("");
    return row;
  }

  /** The row of an input that failed. */
  public List<String> failure(
      PostingId id, String code, String message, List<String> header, List<String> cells) {
    List<String> row = own(header, cells);
    row.add(id.text());
    row.addAll(Collections.nCopies(OURS.size() - 3, ""));
    row.add(code);
    row.add(message);
    return row;
  }

  private List<String> own(List<String> header, List<String> cells) {
    if (header != source) {
      places = header.stream().mapToInt(own::indexOf).toArray();
      source = header;
    }
    String[] row = new String[own.size()];
    Arrays.fill(row, "");
    for (int i = 0; i < Math.min(places.length, cells.size()); i++) {
      if (places[i] >= 0) {
        row[places[i]] = cells.get(i);
      }
    }
    return new ArrayList<>(Arrays.asList(row));
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
    row.add(asks.salary() == null ? "" : asks.salary().span().of(body));
    row.add(asks.workplace() == null ? "" : asks.workplace().value().id());
  }

  private static String skills(PostingAnalysis analysis, SkillLevel level) {
    return analysis.skills().stream()
        .filter(skill -> skill.level() == level)
        .map(skill -> skill.skill().name())
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}

package dev.truerole.classifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.train.Evaluation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reports as they have to look. {@code -Dtruerole.golden=write} rewrites the expectations; read
 * them before you commit them.
 */
class GoldenReportTest {

  private static final Path CASES = Path.of("src/test/resources/report");

  private static final Map<ReportFormat, String> ENDINGS =
      Map.of(
          ReportFormat.TEXT, "txt",
          ReportFormat.JSON, "json",
          ReportFormat.JSONL, "jsonl",
          ReportFormat.CSV, "csv",
          ReportFormat.TSV, "tsv",
          ReportFormat.HTML, "html");

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void reportLooksAsExpected(ReportFormat format) throws IOException {
    check("answers." + ENDINGS.get(format), Analyses.report(format, ReportOptions.plain()));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void reportOfNothingLooksAsExpected(ReportFormat format) throws IOException {
    StringWriter out = new StringWriter();
    format.open(out, ReportOptions.plain()).close();
    check("nothing." + ENDINGS.get(format), out.toString());
  }

  /** Parts that are written each by itself make the report that is written in one go. */
  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void partsMakeTheWhole(ReportFormat format) throws IOException {
    List<PostingAnalysis> answers =
        List.of(Analyses.scientist(), Analyses.nurse(), Analyses.unjudged());
    StringBuilder parts = new StringBuilder();
    for (PostingAnalysis analysis : answers) {
      StringWriter part = new StringWriter();
      try (ReportWriter writer =
          format.part(part, ReportOptions.plain(), parts.toString().isEmpty())) {
        writer.write(analysis);
      }
      parts.append(part);
    }
    StringWriter whole = new StringWriter();
    try (ReportWriter writer = format.open(whole, ReportOptions.plain())) {
      for (PostingAnalysis analysis : answers) {
        writer.write(analysis);
      }
    }
    assertThat(parts + format.end(false)).isEqualTo(whole.toString());
  }

  @Test
  void colouredReportLooksAsExpected() throws IOException {
    check("coloured.txt", Analyses.report(ReportFormat.TEXT, new ReportOptions(true, true)));
  }

  @Test
  void evaluationLooksAsExpected() throws IOException {
    check("evaluation.txt", EvaluationReport.text(figures()));
    check("evaluation.json", EvaluationReport.json(figures()));
  }

  /** Numbers must not take the digits of the machine's language. */
  @Test
  void evaluationLooksTheSameEverywhere() {
    String here = EvaluationReport.text(figures());
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("ar-EG", "de-DE", "hi-IN-u-nu-deva", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(EvaluationReport.text(figures())).as(tag).isEqualTo(here);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Map<String, Evaluation> figures() {
    Map<String, Evaluation> figures = new LinkedHashMap<>();
    figures.put("model", evaluation(0.8125, 0.9));
    figures.put("title rule", evaluation(0.4, Double.NaN));
    return figures;
  }

  private static Evaluation evaluation(double macro, double correlation) {
    Map<Role, Evaluation.RoleFigures> byRole = new EnumMap<>(Role.class);
    int support = 10;
    for (Role role : Role.values()) {
      byRole.put(role, new Evaluation.RoleFigures(macro, macro - 0.1, macro - 0.05, support++));
    }
    return new Evaluation(
        1234,
        macro,
        macro - 0.05,
        macro + 0.05,
        macro + 0.01,
        byRole,
        0.0456,
        0.1234,
        correlation,
        0.79,
        List.of(
            new Evaluation.ReliabilityBin(234, 0.55, 0.5),
            new Evaluation.ReliabilityBin(1000, 0.9, 0.91)),
        List.of(
            List.of(100, 2, 3, 4),
            List.of(5, 600, 7, 8),
            List.of(9, 1, 20, 3),
            List.of(0, 0, 1, 471)));
  }

  private static void check(String name, String report) throws IOException {
    Path expected = CASES.resolve(name);
    if ("write".equals(System.getProperty("truerole.golden"))) {
      Files.createDirectories(CASES);
      Files.writeString(expected, report);
    }
    assertThat(report).isEqualTo(Files.readString(expected));
  }
}

package dev.truerole.classifier.report;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.SegmentEvidence;
import dev.truerole.classifier.SegmentEvidence.Side;
import dev.truerole.classifier.Warning;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.classifier.skill.RequiredSkill;
import dev.truerole.classifier.skill.Skill;
import dev.truerole.classifier.skill.SkillLevel;
import dev.truerole.classifier.skill.SkillMention;
import dev.truerole.classifier.skill.Stated;
import dev.truerole.classifier.text.Span;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers made by hand: no model is asked, so training anew changes none. */
final class Analyses {

  static final String TEXT =
      "We sell tea.\nDesign A/B tests with Python.\nServe models on Kubernetes.\n"
          + "Five years of Python; Go is a plus. “Ünïcödé” 😀 welcome.\n"
          + "Senior Data Scientist, MSc, hybrid, £60,000 to £75,000 a year.";

  private static final Skill PYTHON = new Skill("Python", Skill.Kind.LANGUAGE, "general purpose");
  private static final Skill GO = new Skill("Go", Skill.Kind.LANGUAGE, "general purpose");
  private static final Skill KUBERNETES =
      new Skill("Kubernetes", Skill.Kind.PLATFORM, "orchestration");

  private Analyses() {}

  /** A scientist by the text whose title says engineer, with skills of all levels. */
  static PostingAnalysis scientist() {
    return new PostingAnalysis(
        new JobPosting(
            PostingId.of("tea-1"),
            "Machine Learning Engineer (Growth)",
            "Tea & Co",
            "Leeds",
            "2026-01",
            body(TEXT)),
        prediction(0.7301, 0.0699, 0.15, 0.05, 0.8123456),
        Role.ML_ENGINEER,
        List.of(
            evidence("Design A/B tests with Python.", Side.DATA_SCIENTIST, 2.51),
            evidence("Serve models on Kubernetes.", Side.ML_ENGINEER, 1.204),
            evidence("Design A/B tests with Python.", Side.IN_SCOPE, 0.9),
            evidence("We sell tea.", Side.OUT_OF_SCOPE, -0.4),
            evidence("We sell tea.", Side.DATA_SCIENTIST, 0.01)),
        List.of(
            new RequiredSkill(
                PYTHON,
                SkillLevel.REQUIRED,
                5,
                List.of(mention(TEXT.indexOf("Python"), 6), mention(TEXT.lastIndexOf("Python"), 6)),
                true,
                List.of(),
                span("years of")),
            new RequiredSkill(
                GO,
                SkillLevel.PREFERRED,
                null,
                List.of(mention(TEXT.indexOf("Go is"), 2)),
                false,
                List.of("Python", "Zylo"),
                span("a plus")),
            new RequiredSkill(
                KUBERNETES,
                SkillLevel.MENTIONED,
                null,
                List.of(mention(TEXT.indexOf("Kubernetes"), 10)),
                true,
                List.of(),
                null)),
        new Asks(
            new Stated<>(5, span("Five years")),
            new Stated<>(Asks.Degree.MASTER, span("MSc")),
            new Stated<>(Asks.Seniority.SENIOR, span("Senior Data Scientist")),
            new Stated<>(
                new Asks.Salary(60_000, 75_000, "GBP", "year"), span("£60,000 to £75,000")),
            new Stated<>(Asks.Workplace.HYBRID, span("hybrid"))),
        "en",
        List.of(),
        "role-bag-1");
  }

  /** Another field, without a title, from a page: the text was composed. */
  static PostingAnalysis nurse() {
    String text = "Care for patients.\nWork nights.";
    return new PostingAnalysis(
        new JobPosting(
            PostingId.ofLiteral("12"),
            null,
            null,
            null,
            null,
            PostingBody.composed(text, PostingBody.ofPlainText(text).blocks())),
        prediction(0.00004, 0.00004, 0.00002, 0.9999, 0.5),
        null,
        List.of(new SegmentEvidence(0, 18, Side.OUT_OF_SCOPE, -3.25)),
        List.of(),
        Asks.none(),
        "en",
        List.of(new Warning("little_text", "only 5 words: the role is a guess")),
        "role-bag-1");
  }

  /** No role, since nobody could read it. */
  static PostingAnalysis unjudged() {
    return new PostingAnalysis(
        new JobPosting(
            PostingId.ofLiteral("1.50"), "Datenmensch", null, null, null, body("Wir suchen dich.")),
        null,
        Role.OTHER,
        List.of(),
        List.of(),
        Asks.none(),
        "de",
        List.of(
            new Warning("not_english", "the text is not English but 'de'; no role is given"),
            new Warning("too_short", "3 words are too few to judge; no role is given")),
        "role-bag-1");
  }

  /** An answer of which only id, title and text matter. */
  static PostingAnalysis of(PostingId id, @Nullable String title, String text) {
    int end = text.length();
    return new PostingAnalysis(
        new JobPosting(id, title, null, null, null, body(text)),
        prediction(0.1, 0.2, 0.6, 0.1, 0.5),
        Role.HYBRID,
        end == 0 ? List.of() : List.of(new SegmentEvidence(0, end, Side.DATA_SCIENTIST, 1)),
        List.of(),
        Asks.none(),
        null,
        List.of(),
        "m");
  }

  static Prediction prediction(double ds, double ml, double hybrid, double other, double share) {
    return new Prediction(
        Map.of(
            Role.DATA_SCIENTIST, ds, Role.ML_ENGINEER, ml, Role.HYBRID, hybrid, Role.OTHER, other),
        share,
        0.7,
        2,
        List.of());
  }

  /** A report of the usual answers and a failure. */
  static String report(ReportFormat format, ReportOptions options) throws IOException {
    StringWriter out = new StringWriter();
    try (ReportWriter writer = format.open(out, options)) {
      writer.write(scientist());
      writer.write(nurse());
      writer.writeFailure(
          PostingId.of("jobs.jsonl:4"), "malformed_json", "line 4 is no JSON object; mend it");
      writer.write(unjudged());
    }
    return out.toString();
  }

  /** A report of one answer. */
  static String report(ReportFormat format, PostingAnalysis analysis) throws IOException {
    StringWriter out = new StringWriter();
    try (ReportWriter writer = format.open(out, ReportOptions.plain())) {
      writer.write(analysis);
    }
    return out.toString();
  }

  private static PostingBody body(String text) {
    return PostingBody.ofPlainText(text);
  }

  private static SegmentEvidence evidence(String words, Side side, double weight) {
    int start = TEXT.indexOf(words);
    return new SegmentEvidence(start, start + words.length(), side, weight);
  }

  private static Span span(String words) {
    int start = TEXT.indexOf(words);
    return new Span(start, start + words.length());
  }

  private static SkillMention mention(int start, int length) {
    return new SkillMention(start, start + length);
  }
}

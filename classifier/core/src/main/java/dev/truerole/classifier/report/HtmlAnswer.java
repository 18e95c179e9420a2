package dev.truerole.classifier.report;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.SegmentEvidence;
import dev.truerole.classifier.SegmentEvidence.Side;
import dev.truerole.classifier.Warning;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.skill.Asks;
import dev.truerole.classifier.skill.RequiredSkill;
import dev.truerole.classifier.skill.SkillLevel;
import dev.truerole.classifier.skill.Stated;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One answer as an article: the role, the scale, the evidence, the skills, the text itself. */
final class HtmlAnswer {

  /** The scale's line, in units of its drawing. */
  private static final int WIDTH = 600;

  private static final int MARGIN = 10;
  private static final int SIDE_EVIDENCE = 5;
  private static final double WORTH_SHOWING = 0.2;

  private final PostingAnalysis analysis;
  private final ReportOptions options;
  private final String anchor;
  private final String text;

  /**
   * @param anchor starts the names of places in the article, so that several fit on a page
   */
  HtmlAnswer(PostingAnalysis analysis, ReportOptions options, String anchor) {
    this.analysis = analysis;
    this.options = options;
    this.anchor = anchor;
    this.text = analysis.posting().body().text();
  }

  String html() {
    return Html.element(
            "article",
            "",
            Html.text("p", "class=\"id\"", name())
                + head()
                + notes()
                + (isOfTheField() ? scale(prediction()) : "")
                + asks()
                + evidence()
                + skills()
                + Html.element("h2", "", "The text, marked")
                + legend()
                + Html.element("div", "class=\"text\"", new HtmlText(analysis, anchor).html())
                + Html.text("p", "class=\"model\"", "Model: " + analysis.model()))
        + "\n";
  }

  private String name() {
    String title = analysis.posting().title();
    String company = analysis.posting().company();
    String id = analysis.posting().id().literal() ? "" : analysis.posting().id().text();
    return java.util.stream.Stream.of(title, company, id)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private @Nullable Prediction prediction() {
    return analysis.prediction();
  }

  private boolean isOfTheField() {
    return prediction() != null && prediction().role() != Role.OTHER;
  }

  private String head() {
    Role role = analysis.role().orElse(null);
    if (role == null || prediction() == null) {
      return Html.element("h1", "", "Not judged");
    }
    String sure = percent(prediction().probability(role));
    String name = role == Role.OTHER ? "Another field" : role.label();
    return Html.element(
            "h1",
            "class=\"" + role.id() + "\"",
            Html.escape(name) + " " + Html.text("small", "", sure))
        + claim(role)
        + roles(prediction());
  }

  private String claim(Role role) {
    Role claim = analysis.titleRole();
    if (claim == null || claim == role) {
      return "";
    }
    return Html.text(
        "p",
        "class=\"claim\"",
        "The title says " + claim.label() + "; the work says " + role.label() + ".");
  }

  private static String roles(Prediction prediction) {
    return Html.text(
        "p",
        "class=\"roles\"",
        List.of(Role.DATA_SCIENTIST, Role.HYBRID, Role.ML_ENGINEER, Role.OTHER).stream()
            .map(role -> role.label() + " " + percent(prediction.probability(role)))
            .collect(Collectors.joining(" · ")));
  }

  private String notes() {
    return analysis.warnings().stream()
        .map(Warning::message)
        .map(message -> Html.text("p", "class=\"note\"", "Note: " + message + "."))
        .collect(Collectors.joining());
  }

  /** From data scientist on the left to ML engineer on the right. */
  private static String scale(@Nullable Prediction prediction) {
    if (prediction == null) {
      return "";
    }
    Prediction.Interval likely = prediction.shareWithin(PostingAnalysis.SHARE_COVERAGE);
    String says =
        String.format(
            Locale.ROOT,
            "%.0f %% of the work is a data scientist's, likely %.0f to %.0f %%",
            100 * prediction.dsShare(),
            100 * likely.low(),
            100 * likely.high());
    int from = at(likely.high());
    String drawing =
        "<line class=\"track\" x1=\"%d\" x2=\"%d\" y1=\"16\" y2=\"16\"/>"
                .formatted(MARGIN, WIDTH - MARGIN)
            + "<rect class=\"likely\" x=\"%d\" y=\"11\" width=\"%d\" height=\"10\" rx=\"5\"/>"
                .formatted(from, Math.max(2, at(likely.low()) - from))
            + "<circle class=\"place\" cx=\"%d\" cy=\"16\" r=\"8\"/>"
                .formatted(at(prediction.dsShare()));
    return Html.element(
        "figure",
        "class=\"scale\"",
        Html.element(
                "svg",
                "viewBox=\"0 0 " + WIDTH + " 32\" role=\"img\" aria-label=\"" + says + "\"",
                drawing)
            + "<p class=\"ends\"><span>Data Scientist</span><span>ML Engineer</span></p>"
            + Html.text("figcaption", "", says + "."));
  }

  private static int at(double dsShare) {
    return (int) Math.round(MARGIN + (1 - dsShare) * (WIDTH - 2 * MARGIN));
  }

  private String asks() {
    Asks asks = analysis.asks();
    String rows =
        ask("Experience", asks.yearsMin())
            + ask("Degree", asks.degree())
            + ask("Seniority", asks.seniority())
            + ask("Pay", asks.salary())
            + ask("Workplace", asks.workplace());
    return rows.isEmpty()
        ? ""
        : Html.element("h2", "", "What it asks and offers") + Html.element("dl", "", rows);
  }

  private String ask(String name, @Nullable Stated<?> stated) {
    return stated == null
        ? ""
        : Html.text("dt", "", name) + Html.text("dd", "", stated.span().of(text));
  }

  private String evidence() {
    List<Side> sides =
        isOfTheField()
            ? List.of(Side.DATA_SCIENTIST, Side.ML_ENGINEER)
            : List.of(Side.OUT_OF_SCOPE, Side.IN_SCOPE);
    String columns = sides.stream().map(this::evidence).collect(Collectors.joining());
    return columns.isEmpty() || prediction() == null
        ? ""
        : Html.element("h2", "", "What speaks for it")
            + Html.element("div", "class=\"sides\"", columns);
  }

  private String evidence(Side side) {
    String items =
        analysis.evidence().stream()
            .filter(item -> item.side() == side)
            .filter(item -> options.allEvidence() || Math.abs(item.weight()) >= WORTH_SHOWING)
            .limit(options.allEvidence() ? Long.MAX_VALUE : SIDE_EVIDENCE)
            .map(this::item)
            .collect(Collectors.joining());
    return items.isEmpty()
        ? ""
        : Html.element(
            "section",
            "class=\"side " + side.id() + "\"",
            Html.text("h3", "", "For " + side.label()) + Html.element("ol", "", items));
  }

  private String item(SegmentEvidence item) {
    String weight = String.format(Locale.ROOT, "%+.2f", item.weight());
    String link = "href=\"#" + anchor + "-e" + item.start() + "\"";
    return Html.element(
        "li",
        "",
        Html.text("a", link, text.substring(item.start(), item.end()))
            + " "
            + Html.text("small", "", weight));
  }

  private String skills() {
    StringBuilder all = new StringBuilder();
    for (SkillLevel level : SkillLevel.values()) {
      List<RequiredSkill> skills =
          analysis.skills().stream().filter(skill -> skill.level() == level).toList();
      if (!skills.isEmpty()) {
        String chips = skills.stream().map(this::chip).collect(Collectors.joining("\n"));
        all.append(Html.element("h3", "", capital(level.id())))
            .append(Html.element("ul", "class=\"chips " + level.id() + "\"", chips));
      }
    }
    return all.length() == 0 ? "" : Html.element("h2", "", "Skills") + all;
  }

  private String chip(RequiredSkill skill) {
    String years = skill.years() == null ? "" : ", " + skill.years() + "+ years";
    String place = anchor + "-s" + skill.mentions().get(0).start();
    return Html.element(
        "li", "", Html.text("a", "href=\"#" + place + "\"", skill.skill().name() + years));
  }

  private String legend() {
    return isOfTheField()
        ? """
        <p class="legend"><mark class="data_scientist w3">data scientist's work</mark> \
        <mark class="ml_engineer w3">ML engineer's work</mark> <span class="skill">skill</span></p>\
        """
        : "";
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String percent(double probability) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * probability);
  }
}

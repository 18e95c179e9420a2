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
import dev.truerole.scraper.posting.PostingId;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page a person reads: the role, where it leans, which sentences say so, what it asks for. */
final class TextReport implements ReportWriter {

  private static final int WIDTH = 96;
  private static final int BAR = 41;
  private static final int EVIDENCE = 3;

  /** Width and number of rows that a piece of evidence may take. */
  private static final int ROOM = 84;

  private static final int MAX_ROWS = 3;

  /** Evidence weaker than this says too little to be shown to a person. */
  private static final double WORTH_SHOWING = 0.2;

  private static final String INDENT = "  ";
  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String RED = "31";
  private static final String YELLOW = "33";
  private static final Map<Role, String> COLOURS =
      Map.of(
          Role.DATA_SCIENTIST, "36",
          Role.ML_ENGINEER, "35",
          Role.HYBRID, "34",
          Role.OTHER, "33");

  private final Writer out;
  private final ReportOptions options;
  private boolean first;

  TextReport(Writer out, ReportOptions options, boolean first) {
    this.out = out;
    this.options = options;
    this.first = first;
  }

  @Override
  public void write(PostingAnalysis analysis) throws IOException {
    head(analysis.posting().id());
    if (analysis.posting().title() != null) {
      line(INDENT + styled(BOLD, clean(analysis.posting().title())));
    }
    line("");
    if (analysis.role().isEmpty()) {
      line(INDENT + "True role      " + styled(YELLOW, "not judged"));
    }
    if (analysis.prediction() != null) {
      role(analysis, analysis.prediction());
    }
    for (Warning warning : analysis.warnings()) {
      line(INDENT + styled(YELLOW, "Note           " + clean(warning.message())));
    }
    if (analysis.prediction() != null) {
      evidence(analysis);
    }
    asks(analysis);
    skills(analysis, SkillLevel.REQUIRED, "Required");
    skills(analysis, SkillLevel.PREFERRED, "Preferred");
    skills(analysis, SkillLevel.MENTIONED, "Mentioned");
  }

  @Override
  public void writeFailure(PostingId id, String code, String message) throws IOException {
    head(id);
    line(INDENT + styled(RED, "Error          " + clean(message) + " [" + code + "]"));
  }

  private void head(PostingId id) throws IOException {
    if (!first) {
      line("");
    }
    first = false;
    line(styled(DIM, clean(id.text())));
  }

  private void role(PostingAnalysis analysis, Prediction prediction) throws IOException {
    Role role = prediction.role();
    if (analysis.role().isPresent()) {
      trueRole(analysis, prediction, role);
    }
    line(INDENT + "All roles      " + probabilities(prediction));
    if (role != Role.OTHER) {
      lean(prediction);
    }
  }

  private void trueRole(PostingAnalysis analysis, Prediction prediction, Role role)
      throws IOException {
    String name = role == Role.OTHER ? "None of these (another field)" : role.label();
    String says = name + ", " + percent(prediction.probability(role));
    line(INDENT + "True role      " + styled(BOLD + ";" + COLOURS.get(role), says));
    Role claim = analysis.titleRole();
    if (claim != null && claim != role) {
      line(INDENT + "The title says " + claim.label());
    }
  }

  private void lean(Prediction prediction) throws IOException {
    Prediction.Interval likely = prediction.shareWithin(PostingAnalysis.SHARE_COVERAGE);
    line(INDENT + "Leans          ML Engineer " + bar(prediction.dsShare()) + " Data Scientist");
    line(
        INDENT
            + "               "
            + String.format(
                Locale.ROOT,
                "dsShare %.2f, likely %.2f to %.2f: share of data-scientist work",
                prediction.dsShare(),
                likely.low(),
                likely.high()));
  }

  private static String probabilities(Prediction prediction) {
    return List.of(Role.DATA_SCIENTIST, Role.HYBRID, Role.ML_ENGINEER, Role.OTHER).stream()
        .map(role -> role.label() + " " + percent(prediction.probability(role)))
        .collect(Collectors.joining("  "));
  }

  private static String bar(double dsShare) {
    int at = (int) Math.round(dsShare * (BAR - 1));
    return "|" + "-".repeat(at) + "o" + "-".repeat(BAR - 1 - at) + "|";
  }

  private void evidence(PostingAnalysis analysis) throws IOException {
    boolean other = analysis.role().filter(role -> role == Role.OTHER).isPresent();
    List<Side> sides =
        other
            ? List.of(Side.OUT_OF_SCOPE, Side.IN_SCOPE)
            : List.of(Side.DATA_SCIENTIST, Side.ML_ENGINEER);
    for (Side side : sides) {
      List<SegmentEvidence> items =
          analysis.evidence().stream()
              .filter(item -> item.side() == side)
              .filter(item -> options.allEvidence() || Math.abs(item.weight()) >= WORTH_SHOWING)
              .limit(options.allEvidence() ? Long.MAX_VALUE : EVIDENCE)
              .toList();
      if (!items.isEmpty()) {
        line("");
        line(INDENT + styled(BOLD, "Speaks for " + side.label()));
        for (SegmentEvidence item : items) {
          String text = analysis.posting().body().text().substring(item.start(), item.end());
          String weight = String.format(Locale.ROOT, "%s%+6.2f  ", INDENT, item.weight());
          line(weight + String.join("\n" + " ".repeat(weight.length()), wrap(clean(text))));
        }
      }
    }
  }

  /** What the posting asks as a whole, in its own words. */
  private void asks(PostingAnalysis analysis) throws IOException {
    Asks asks = analysis.asks();
    String said =
        Stream.of(asks.seniority(), asks.yearsMin(), asks.degree(), asks.salary(), asks.workplace())
            .filter(Objects::nonNull)
            .map(stated -> clean(stated.span().of(analysis.posting().body().text())))
            .collect(Collectors.joining("; "));
    if (!said.isEmpty()) {
      line("");
      String label = INDENT + styled(BOLD, "Asks") + "           ";
      line(label + String.join("\n" + " ".repeat(INDENT.length() + 15), wrap(said)));
    }
  }

  private void skills(PostingAnalysis analysis, SkillLevel level, String label) throws IOException {
    List<RequiredSkill> skills =
        analysis.skills().stream().filter(skill -> skill.level() == level).toList();
    if (skills.isEmpty()) {
      return;
    }
    line("");
    line(INDENT + styled(BOLD, label + " skills"));
    StringBuilder row = new StringBuilder();
    for (RequiredSkill skill : skills) {
      String name = skill.skill().name() + years(skill);
      if (row.length() > 0 && row.length() + name.length() + 2 > WIDTH - 2 * INDENT.length()) {
        line(INDENT + INDENT + row + ",");
        row.setLength(0);
      }
      row.append(row.length() > 0 ? ", " : "").append(name);
    }
    line(INDENT + INDENT + row);
  }

  private static String years(RequiredSkill skill) {
    return skill.years() == null ? "" : " (" + skill.years() + "+ years)";
  }

  private static String percent(double probability) {
    return Math.round(100 * probability) + " %";
  }

  /**
   * Terminals obey control characters, 8-bit ones and turns of the writing direction included; a
   * posting must not speak to them.
   */
  private static String clean(String text) {
    return text.replaceAll("(?U)\\s+", " ")
        .replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]", "");
  }

  /** The words in rows no wider than the page; what does not fit into the last row is left out. */
  private static List<String> wrap(String text) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String word : text.strip().split(" ", -1)) {
      if (row.length() > 0 && row.length() + 1 + word.length() > ROOM) {
        if (rows.size() == MAX_ROWS - 1) {
          rows.add(row + " …");
          return rows;
        }
        rows.add(row.toString());
        row.setLength(0);
      }
      row.append(row.length() > 0 ? " " : "").append(shorten(word));
    }
    rows.add(row.toString());
    return rows;
  }

  private static String shorten(String word) {
    if (word.length() <= ROOM) {
      return word;
    }
    boolean splits = Character.isHighSurrogate(word.charAt(ROOM - 2));
    return word.substring(0, splits ? ROOM - 2 : ROOM - 1) + "…";
  }

  private String styled(String style, String text) {
    return options.colour() ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

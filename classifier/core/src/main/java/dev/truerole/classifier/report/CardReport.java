package dev.truerole.classifier.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.truerole.classifier.audit.Faithfulness;
import dev.truerole.classifier.audit.ModelAudit;
import dev.truerole.classifier.audit.Robustness;
import dev.truerole.classifier.audit.Slices;
import dev.truerole.classifier.model.ModelCard;
import dev.truerole.classifier.model.ModelStore;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.ModelBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model's card as people read it: Markdown and pictures, from what its training recorded. */
public final class CardReport {

  /** The file written beside the card. */
  public static final String FILE = "CARD.md";

  static final String RELIABILITY = "reliability.png";
  static final String CONFUSION = "confusion.png";

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final ModelCard card;
  private final JsonNode metrics;
  private final Map<String, Evaluation> figures;
  private final StringBuilder out = new StringBuilder();

  private CardReport(ModelCard card, JsonNode metrics) {
    this.card = card;
    this.metrics = metrics;
    this.figures = evaluations(metrics.path("figures"));
  }

  /**
   * Writes {@value #FILE} and its pictures into a model's directory.
   *
   * @throws IOException if they cannot be written, or the metrics cannot be read
   */
  public static void write(Path directory) throws IOException {
    CardReport report = read(directory);
    Evaluation main = report.main();
    if (main != null) {
      Charts.reliability(main, directory.resolve(RELIABILITY));
      Charts.confusion(main, directory.resolve(CONFUSION));
    }
    Files.writeString(directory.resolve(FILE), report.markdown());
  }

  /**
   * The text of the card.
   *
   * @throws IOException if the metrics cannot be read
   */
  public static String markdown(Path directory) throws IOException {
    return read(directory).markdown();
  }

  private static CardReport read(Path directory) throws IOException {
    Path file = directory.resolve(ModelBuild.METRICS);
    JsonNode metrics =
        Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
    return new CardReport(ModelStore.card(directory), metrics);
  }

  private @Nullable Evaluation main() {
    return figures.isEmpty() ? null : figures.values().iterator().next();
  }

  private static Map<String, Evaluation> evaluations(JsonNode node) {
    return JSON.convertValue(
        node.isObject() ? node : JSON.createObjectNode(),
        new TypeReference<LinkedHashMap<String, Evaluation>>() {});
  }

  private String markdown() {
    line("# Model card: %s", card.name());
    line("");
    line(
        "Reads a job posting and says which job it is: Data Scientist, ML Engineer, hybrid, or"
            + " none of these, with the share of data-scientist work (dsShare) and every"
            + " segment's evidence. The role comes from the work described; titles and role names"
            + " are not read.");
    origin();
    figures();
    slices();
    robustness();
    mistakes();
    limits();
    reproduce();
    return out.toString();
  }

  private void origin() {
    heading("Data and labels");
    line(
        "%s postings read, %s of them labelled: %s.",
        card.data().getOrDefault("postings", "?"),
        card.data().getOrDefault("labelled", "?"),
        card.data().getOrDefault("labelsByRole", Map.of()));
    line("");
    line(
        "The labels that come with this project were given by a large language model that read"
            + " each posting by a rubric, with its title hidden. Two such passes agree at macro-F1"
            + " 0.92 (hybrid 0.80) and r = 0.99 on dsShare, which is the ceiling for any figure"
            + " below; how far people would agree was not measured. Labels of your own are as good"
            + " as whoever made them.");
  }

  private void figures() {
    heading("Figures");
    if (figures.isEmpty()) {
      line("Not measured; train with `--folds 5` to have figures and a calibration.");
      return;
    }
    line(
        "| measured on | n | macro-F1 | 95 % interval | ECE | dsShare MAE | r | in 80 % interval |");
    line("|---|---|---|---|---|---|---|---|");
    figures.forEach(this::row);
    Evaluation main = figures.values().iterator().next();
    line("");
    line("| role | precision | recall | F1 | labels |");
    line("|---|---|---|---|---|");
    for (Role role : Role.values()) {
      Evaluation.RoleFigures of = main.byRole().get(role);
      if (of != null) {
        line(
            "| %s | %.3f | %.3f | %.3f | %d |",
            role.label(), of.precision(), of.recall(), of.f1(), of.support());
      }
    }
    line("");
    line("![Reliability: share of right answers by probability](%s)", RELIABILITY);
    line("![Confusion of labels and answers](%s)", CONFUSION);
    line("");
    line(
        "Probabilities are calibrated on predictions of postings the models had not seen: %s.",
        metrics.path("calibration"));
  }

  private void row(String name, Evaluation e) {
    line(
        "| %s | %d | %.3f | %.3f to %.3f | %.3f | %.3f | %.3f | %.3f |",
        name,
        e.postings(),
        e.macroF1(),
        e.macroF1Low(),
        e.macroF1High(),
        e.calibrationError(),
        e.shareError(),
        e.shareCorrelation(),
        e.shareCoverage());
  }

  private void slices() {
    JsonNode slices = metrics.path("slices");
    for (Map.Entry<String, JsonNode> dimension : slices.properties()) {
      heading("By " + dimension.getKey());
      line("| | n | macro-F1 | 95 % interval | ECE | dsShare MAE | r | in 80 % interval |");
      line("|---|---|---|---|---|---|---|---|");
      evaluations(dimension.getValue()).forEach(this::row);
      line("");
      line(
          "Macro-F1 over the roles that occur; parts under %d labels are pooled.",
          Slices.LEAST_LABELS);
    }
  }

  private void robustness() {
    JsonNode rows = metrics.path("robustness");
    if (rows.isEmpty()) {
      return;
    }
    heading("Robustness");
    line("Postings the models had not seen, changed in ways that leave the work as it is.");
    line("");
    line("| change | n | answers changed | 95 % interval | dsShare moves by |");
    line("|---|---|---|---|---|");
    for (Robustness row : JSON.convertValue(rows, new TypeReference<List<Robustness>>() {})) {
      line(
          "| %s | %d | %.1f %% | %.1f to %.1f %% | %.3f |",
          row.change(),
          row.postings(),
          100 * row.changedShare(),
          100 * row.low(),
          100 * row.high(),
          row.shareMove());
    }
    Faithfulness evidence = JSON.convertValue(metrics.path("faithfulness"), Faithfulness.class);
    line("");
    line(
        "Evidence: without the three strongest segments the answer moves by %.3f, without three"
            + " random others by %.3f (%.1f times; %d postings).",
        evidence.top(), evidence.random(), evidence.ratio(), evidence.postings());
  }

  private void mistakes() {
    JsonNode rows = metrics.path("mistakes");
    if (rows.isEmpty()) {
      return;
    }
    heading("Known failures");
    line(
        "Of %d authored postings that it did not learn from, the surest of its mistakes:",
        metrics.path("probes").asInt());
    line("");
    line("| posting | title | label | answer | probability |");
    line("|---|---|---|---|---|");
    for (ModelAudit.Mistake mistake :
        JSON.convertValue(rows, new TypeReference<List<ModelAudit.Mistake>>() {})) {
      line(
          "| %s | %s | %s | %s | %.2f |",
          cell(mistake.id()),
          cell(mistake.title()),
          mistake.label(),
          mistake.answer(),
          mistake.probability());
    }
  }

  private void limits() {
    heading("Limits");
    line("- English only; under 15 words no answer is given, under 40 it is a guess.");
    line(
        "- Hybrid is the hardest role: it lies between the other two, and annotators disagree on"
            + " it too. Read dsShare and its interval rather than the name alone.");
    line(
        "- It judges the text, not the job: what a posting does not say, it does not know. Not for"
            + " judging people.");
  }

  private void reproduce() {
    heading("How it was made");
    line("```");
    line("%s", card.command());
    line("```");
    line("");
    line(
        "Architecture `%s` %s, seed %s.",
        card.architecture(), card.hyperparameters(), card.plan().getOrDefault("seed", "?"));
    line("Versions: %s. Weights SHA-256 `%s`.", card.versions(), card.weightsSha256());
    line("Hashes of all files read stand in `card.json`, further figures in `metrics.json`.");
  }

  private static String cell(String text) {
    return text.replaceAll("[|\\p{Cc}<>`\\[\\]]", " ");
  }

  private void heading(String words) {
    line("");
    line("## %s", words);
    line("");
  }

  private void line(String format, Object... values) {
    out.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    out.append('\n');
  }
}

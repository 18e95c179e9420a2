package dev.truerole.app.cli;

import dev.truerole.classifier.audit.ModelAudit;
import dev.truerole.classifier.report.CardReport;
import dev.truerole.classifier.report.EvaluationReport;
import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.CorpusFiles;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.ModelBuild;
import dev.truerole.classifier.train.TeacherScores;
import dev.truerole.classifier.train.TrainingListener;
import dev.truerole.scraper.file.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What it takes to make a model: a corpus, a plan, a place to put it. */
final class ModelMixin {

  /** The table of figures, with the confusion of roles, beside the weights. */
  private static final String FIGURES = "figures.txt";

  @Mixin private final CorpusMixin corpus = new CorpusMixin();
  @Mixin private final TrainerMixin training = new TrainerMixin();

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Where the model goes: weights, vocabulary, card, metrics.")
  private Path output = Path.of("model");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What answers call the model. Default: the directory's name.")
  private String name = "";

  @Option(
      names = "--folds",
      paramLabel = "N",
      description =
          "Cross-validate first: its figures go to the card, and it calibrates the model.")
  private int folds;

  @Option(
      names = "--hold-out",
      paramLabel = "K",
      description =
          "Train once, without fold K of --folds, measure the model on that fold and calibrate it"
              + " there, instead of cross-validating.")
  private @Nullable Integer heldOut;

  @Option(
      names = "--probe",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Labelled postings to learn nothing from: the card names the model's mistakes on them, by"
              + " id and title.")
  private List<Path> probes = List.of();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  /** Who teaches beside the labels. */
  interface Teaching {
    TeacherScores scores(Corpus corpus, TrainingListener listener) throws IOException;

    /** Whether there is nothing to learn without labels. */
    default boolean needsLabels() {
      return true;
    }
  }

  /** Trains, writes the model and prints its figures. */
  int build(CommandSpec spec, Console console, Teaching teaching) throws IOException {
    int split = CorpusMixin.folds(folds);
    checkHoldOut();
    try (TrainingConsole progress = new TrainingConsole(console, quiet)) {
      training.trainer(progress);
      Corpus read =
          teaching.needsLabels() ? corpus.load(console, true) : corpus.loadAny(console, true);
      if (read.postings().isEmpty()) {
        throw new UsageException("there is no posting to learn from");
      }
      Files.createDirectories(output);
      TeacherScores teacher = teaching.scores(read, progress);
      ModelBuild build =
          new ModelBuild(training.trainer(progress, teacher), read, new ModelAudit(probes()));
      measureBy(build, split);
      Map<String, Evaluation> figures =
          build.train(output, modelName(), command(spec), corpus.files());
      CardReport.write(output);
      if (!figures.isEmpty()) {
        String table = EvaluationReport.text(figures);
        Files.writeString(output.resolve(FIGURES), table);
        console.out().print(table);
      }
    }
    console.err().println("model written to " + output);
    return ExitCodes.DONE;
  }

  private List<CorpusPosting> probes() {
    CorpusFiles files = new CorpusFiles(probes, List.of(), List.of(), List.of());
    return probes.isEmpty()
        ? List.of()
        : Corpus.load(files, false, ReadOptions.defaults()).labelled();
  }

  private void measureBy(ModelBuild build, int split) {
    if (heldOut == null) {
      build.crossValidate(split);
    } else {
      build.holdOut(split, heldOut);
    }
  }

  private void checkHoldOut() {
    if (heldOut != null && (heldOut < 1 || heldOut > folds)) {
      throw new UsageException(
          "--hold-out names one of --folds N, 1 to N; it is " + heldOut + ", N is " + folds);
    }
  }

  /** Where the model goes. */
  Path output() {
    return output;
  }

  /** On what networks run and by which seed. */
  TrainerMixin training() {
    return training;
  }

  private String modelName() {
    return name.isEmpty() ? String.valueOf(output.toAbsolutePath().getFileName()) : name;
  }

  private static String command(CommandSpec spec) {
    return "truerole "
        + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
  }
}

package dev.truerole.app.cli;

import ai.djl.Device;
import dev.truerole.classifier.report.EvaluationReport;
import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.ModelBuild;
import dev.truerole.classifier.train.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truerole train}: labelled postings in, a model directory out. */
@Command(
    name = "train",
    description = "Trains a role model on your labelled postings.",
    footer = {
      "",
      "An interrupted run goes on from its last epoch when called again in the same way.",
      "",
      "Examples:",
      "  truerole train --data training-data/postings --output my-model",
      "  truerole train --data postings.jsonl.gz --labels labels.jsonl --folds 5 \\",
      "      --output my-model",
      "  truerole classify --model my-model posting.txt"
    })
final class TrainCommand implements Callable<Integer> {

  /** The table of figures, with the confusion of roles, beside the weights. */
  private static final String FIGURES = "figures.txt";

  private final Console console;

  @Mixin private final CorpusMixin corpus = new CorpusMixin();
  @Mixin private final PlanMixin plan = new PlanMixin();
  @Mixin private final DeviceOption device = new DeviceOption();

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

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Spec private CommandSpec spec = CommandSpec.create();

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TrainingPlan chosen = plan.plan();
    int split = CorpusMixin.folds(folds);
    Device where = device.device();
    Corpus read = corpus.load(console, true);
    try (TrainingConsole progress = new TrainingConsole(console, quiet)) {
      ModelBuild build = new ModelBuild(chosen, where, progress);
      build.crossValidate(read, split);
      Map<String, Evaluation> figures =
          build.train(read, output, modelName(), command(), corpus.files());
      if (!figures.isEmpty()) {
        String table = EvaluationReport.text(figures);
        Files.writeString(output.resolve(FIGURES), table);
        console.out().print(table);
      }
    }
    console.err().println("model written to " + output);
    return ExitCodes.DONE;
  }

  private String modelName() {
    return name.isEmpty() ? String.valueOf(output.toAbsolutePath().getFileName()) : name;
  }

  private String command() {
    return "truerole "
        + String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
  }
}

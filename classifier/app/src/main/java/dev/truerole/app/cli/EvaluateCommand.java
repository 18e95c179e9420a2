package dev.truerole.app.cli;

import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.report.EvaluationReport;
import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.CrossValidation;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.Evaluator;
import dev.truerole.classifier.train.Label;
import dev.truerole.classifier.train.TrainingPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truerole evaluate}: how right a model, or a plan, is on labelled postings. */
@Command(
    name = "evaluate",
    description = "Measures a model on labelled postings, or a training plan by cross-validation.",
    footer = {
      "",
      "Examples:",
      "  truerole evaluate --data my-postings.jsonl",
      "  truerole evaluate --data postings.jsonl.gz --labels labels.jsonl --folds 5",
      "",
      "With --folds, companies and near-copies stay on one side of every split, and vocabulary and",
      "word vectors are learned anew in every fold from the postings outside it."
    })
final class EvaluateCommand implements Callable<Integer> {

  private final Console console;
  private final Installation installation;

  @Mixin private final CorpusMixin corpus = new CorpusMixin();
  @Mixin private final PlanMixin plan = new PlanMixin();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "A model directory. Default: the shipped one.")
  private @Nullable Path model;

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Cross-validate the plan instead of measuring a model.")
  private int folds;

  @Option(names = "--json", description = "Figures as JSON.")
  private boolean json;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  EvaluateCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public Integer call() {
    Corpus read = corpus.load(console, CorpusMixin.folds(folds) > 0);
    Map<String, Evaluation> figures = new LinkedHashMap<>();
    if (folds > 0) {
      crossValidate(read, figures);
    } else {
      measure(read.labelled(), figures);
    }
    console.out().print(json ? EvaluationReport.json(figures) : EvaluationReport.text(figures));
    return ExitCodes.DONE;
  }

  private void crossValidate(Corpus read, Map<String, Evaluation> figures) {
    TrainingPlan chosen = plan.plan();
    try (TrainingConsole progress = new TrainingConsole(console, quiet)) {
      CrossValidation run =
          CrossValidation.run(read.postings(), chosen, folds, device.device(), progress);
      figures.put(folds + "-fold cross-validation", run.pooled());
      addBaselines(run.postings(), figures);
    }
  }

  private void measure(List<CorpusPosting> postings, Map<String, Evaluation> figures) {
    try (RoleModel opened = RoleModel.open(installation.model(model), device.device())) {
      List<Prediction> predictions =
          opened.predict(postings.stream().map(CorpusPosting::segments).toList());
      figures.put("model " + opened.name(), Evaluator.evaluate(predictions, labels(postings)));
      addBaselines(postings, figures);
    }
  }

  private static void addBaselines(List<CorpusPosting> postings, Map<String, Evaluation> figures) {
    figures.put("title rule", Evaluator.titles(postings));
    figures.put("majority role", Evaluator.majority(labels(postings), labels(postings)));
  }

  private static List<Label> labels(List<CorpusPosting> postings) {
    return postings.stream().map(CorpusPosting::labelled).toList();
  }
}

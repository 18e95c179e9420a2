package dev.truerole.app.cli;

import dev.truerole.classifier.audit.RobustnessRun;
import dev.truerole.classifier.audit.Shift;
import dev.truerole.classifier.audit.ShiftRun;
import dev.truerole.classifier.model.Prediction;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.report.EvaluationReport;
import dev.truerole.classifier.report.RobustnessReport;
import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.CrossValidation;
import dev.truerole.classifier.train.Evaluation;
import dev.truerole.classifier.train.Evaluator;
import dev.truerole.classifier.train.Label;
import dev.truerole.classifier.train.Throughput;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

  private static final long LESSON_SEED = 5;

  private final Console console;
  private final Installation installation;

  @Mixin private final CorpusMixin corpus = new CorpusMixin();
  @Mixin private final TrainerMixin training = new TrainerMixin();

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

  @Option(
      names = "--fold",
      paramLabel = "K",
      description = "Of the folds, run these only, from 1. May be given more than once.")
  private Set<Integer> only = Set.of();

  @Option(
      names = "--lesson-share",
      paramLabel = "X",
      description =
          "Train the folds on so much of the labels, above 0: points of a learning curve.")
  private double lessonShare = 1;

  @Option(
      names = "--robustness",
      description =
          "Also change each posting in ways that must not matter (role names, blurb, layout,"
              + " spelling) and count the answers that change; delete evidence and see whether they"
              + " do. Without --folds, needs no labels.")
  private boolean robustness;

  @Option(
      names = "--shift",
      split = ",",
      paramLabel = "source|era",
      description =
          "Train without each source of at least 100 labels in turn, or without the postings of"
              + " 2025 and later, and test on what was left out; with --folds, beside figures of"
              + " training with it.")
  private Set<ShiftRun.Dimension> shift = Set.of();

  @Option(names = "--json", description = "Figures as JSON.")
  private boolean json;

  private final Map<String, List<Shift>> shifts = new LinkedHashMap<>();

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  EvaluateCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public Integer call() {
    if (!shift.isEmpty() && !only.isEmpty()) {
      throw new UsageException("--shift compares with all of --folds N; leave --fold out");
    }
    if (folds == 0 && !only.isEmpty()) {
      throw new UsageException("--fold names one of --folds N; give both");
    }
    Corpus read = read();
    Map<String, Evaluation> figures = new LinkedHashMap<>();
    Optional<Throughput> speed = Optional.empty();
    RobustnessRun changes = robustness ? new RobustnessRun() : null;
    if (folds > 0) {
      crossValidate(read, figures, changes);
    } else if (!shift.isEmpty()) {
      leaveOut(read, null);
    } else {
      speed = Optional.of(measure(read, figures, changes));
    }
    print(figures, speed, changes);
    return ExitCodes.DONE;
  }

  private Corpus read() {
    boolean withLabels = CorpusMixin.folds(folds) > 0 || !robustness;
    Corpus read =
        withLabels
            ? corpus.load(console, folds > 0 || !shift.isEmpty())
            : corpus.loadAny(console, true);
    if (withLabels && read.labelled().isEmpty()) {
      throw new UsageException("no posting has a label to measure by; lessons are none");
    }
    if (read.postings().isEmpty()) {
      throw new UsageException("there is no posting to read");
    }
    return read;
  }

  private void print(
      Map<String, Evaluation> figures,
      Optional<Throughput> speed,
      @Nullable RobustnessRun changes) {
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>(figures);
      speed.ifPresent(measured -> all.put("speed", measured));
      if (changes != null) {
        all.put("robustness", changes.figures());
        all.put("faithfulness", changes.faithfulness());
      }
      all.putAll(shifts);
      console.out().print(EvaluationReport.json(all));
    } else {
      if (!figures.isEmpty()) {
        console.out().print(EvaluationReport.text(figures));
      }
      if (changes != null) {
        console.out().print(RobustnessReport.text(changes.figures(), changes.faithfulness()));
      }
      shifts.values().forEach(rows -> console.out().print(EvaluationReport.shifts(rows)));
      speed.ifPresent(measured -> console.out().print(EvaluationReport.text(measured)));
    }
  }

  private void crossValidate(
      Corpus read, Map<String, Evaluation> figures, @Nullable RobustnessRun changes) {
    try (TrainingConsole progress = new TrainingConsole(console, quiet)) {
      CrossValidation run =
          CrossValidation.run(
              read.thinned(lessonShare, LESSON_SEED).postings(),
              training.trainer(progress),
              folds,
              chosen(),
              (fold, held) -> {
                if (changes != null) {
                  changes.add(fold, held);
                }
              });
      figures.put(name(), run.calibrated());
      figures.put("the same, uncalibrated", run.pooled());
      addBaselines(run.postings(), figures);
      leaveOut(read, run);
    }
  }

  private void leaveOut(Corpus read, @Nullable CrossValidation within) {
    if (!shift.isEmpty()) {
      try (TrainingConsole progress = new TrainingConsole(console, quiet)) {
        ShiftRun apart = new ShiftRun(read.postings(), training.trainer(progress));
        for (ShiftRun.Dimension dimension : shift) {
          shifts.put(dimension.name().toLowerCase(Locale.ROOT), apart.run(dimension, within));
        }
      }
    }
  }

  /** The folds to run, counted from 0. */
  private Set<Integer> chosen() {
    if (only.stream().anyMatch(fold -> fold < 1 || fold > folds)) {
      throw new UsageException("--fold must be 1 to " + folds + ", not " + only);
    }
    return only.stream().map(fold -> fold - 1).collect(Collectors.toSet());
  }

  private String name() {
    return only.isEmpty()
        ? folds + "-fold cross-validation"
        : "fold " + new TreeSet<>(only) + " of " + folds;
  }

  private Throughput measure(
      Corpus read, Map<String, Evaluation> figures, @Nullable RobustnessRun changes) {
    List<CorpusPosting> postings = read.labelled();
    try (RoleModel opened = RoleModel.open(installation.model(model), training.device())) {
      if (!postings.isEmpty()) {
        List<Prediction> predictions =
            opened.predict(postings.stream().map(CorpusPosting::segments).toList());
        figures.put("model " + opened.name(), Evaluator.evaluate(predictions, labels(postings)));
        addBaselines(postings, figures);
      }
      if (changes != null) {
        changes.add(opened, postings.isEmpty() ? read.postings() : postings);
      }
      return Throughput.measure(opened, postings.isEmpty() ? read.postings() : postings);
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

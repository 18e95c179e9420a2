package dev.truerole.app.cli;

import dev.truerole.classifier.model.ModelStore;
import dev.truerole.classifier.model.RoleModel;
import dev.truerole.classifier.train.Corpus;
import dev.truerole.classifier.train.CorpusPosting;
import dev.truerole.classifier.train.TeacherScores;
import dev.truerole.classifier.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truerole distill}: a teacher and postings in, a faster model's directory out. */
@Command(
    name = "distill",
    description = {
      "Trains a fast role model on your labels and on what a slower teacher says of your",
      "postings: its answers and every segment's evidence."
    },
    footer = {
      "",
      "The teacher may be any model directory. With --folds, make sure that it has not seen the",
      "labels you measure by: train it on others.",
      "",
      "Examples:",
      "  truerole distill --teacher my-teacher --data postings.jsonl.gz \\",
      "      --labels labels.jsonl --output my-student",
      "  truerole distill --teacher my-teacher --unlabelled 5000 --scores scores.jsonl \\",
      "      --data postings.jsonl.gz --labels labels.jsonl --folds 5 --output my-student"
    })
final class DistillCommand implements Callable<Integer>, ModelMixin.Teaching {

  private static final String SCORES = "teacher-scores.jsonl";
  private static final long SAMPLE_SEED = 1;

  private final Console console;

  @Mixin private final ModelMixin model = new ModelMixin();

  @Option(
      names = "--teacher",
      required = true,
      paramLabel = "DIR",
      description = "The model directory to learn from.")
  private Path teacher = Path.of("teacher");

  @Option(
      names = "--unlabelled",
      paramLabel = "N",
      description = "How many postings without a label the teacher reads. Default: all.")
  private int unlabelled = Integer.MAX_VALUE;

  @Option(
      names = "--labelled-too",
      description = "Ask the teacher about postings with a label too, for their evidence.")
  private boolean labelledToo;

  @Option(
      names = "--scores",
      paramLabel = "FILE",
      description = {
        "Where the teacher's words are kept, so that an interrupted run goes on and the next one",
        "need not ask again. Default: " + SCORES + " in the output directory."
      })
  private @Nullable Path scores;

  @Spec private CommandSpec spec = CommandSpec.create();

  DistillCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (unlabelled < 0) {
      throw new UsageException("--unlabelled must not be negative, not " + unlabelled);
    }
    return model.build(spec, console, this);
  }

  @Override
  public boolean needsLabels() {
    return false;
  }

  @Override
  public TeacherScores scores(Corpus corpus, TrainingListener listener) throws IOException {
    try (RoleModel opened = RoleModel.open(teacher, model.training().device())) {
      Path file = scores == null ? model.output().resolve(SCORES) : scores;
      return TeacherScores.ask(opened, fingerprint(), asked(corpus), file, listener);
    }
  }

  private String fingerprint() throws IOException {
    return ModelStore.card(teacher).weightsSha256();
  }

  /** So many of the postings without a label, drawn at random, and the others where wanted. */
  private List<CorpusPosting> asked(Corpus corpus) {
    List<CorpusPosting> others = new ArrayList<>(corpus.postings());
    others.removeIf(posting -> posting.lesson() != null);
    Collections.shuffle(others, new Random(SAMPLE_SEED));
    List<CorpusPosting> asked =
        new ArrayList<>(others.subList(0, Math.min(unlabelled, others.size())));
    if (labelledToo) {
      asked.addAll(corpus.taught());
    }
    return asked;
  }
}

package dev.truerole.app.cli;

import dev.truerole.classifier.train.TeacherScores;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
      "  truerole train --architecture minilm --freeze-layers 4 --cache activations \\",
      "      --data postings.jsonl.gz --labels labels.jsonl --output my-teacher",
      "  truerole classify --model my-model posting.txt"
    })
final class TrainCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private final ModelMixin model = new ModelMixin();
  @Spec private CommandSpec spec = CommandSpec.create();

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    return model.build(spec, console, (corpus, listener) -> TeacherScores.NONE);
  }
}

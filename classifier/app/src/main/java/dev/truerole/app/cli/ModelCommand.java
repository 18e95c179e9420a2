package dev.truerole.app.cli;

import dev.truerole.classifier.model.ModelCheck;
import dev.truerole.classifier.report.CardReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truerole model}: what is known of a model, and whether it is whole. */
@Command(
    name = "model",
    description = "Shows what is known of a model, or checks that it is whole.",
    synopsisSubcommandLabel = "show|verify",
    footer = {"", "Examples:", "  truerole model show", "  truerole model verify my-model"})
final class ModelCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getErr());
    throw new UsageException("name what to do: show or verify");
  }

  /** {@code truerole model show}. */
  @Command(
      name = "show",
      description = "Prints a model's card: data, figures, robustness, limits, how it was made.")
  static final class Show implements Callable<Integer> {

    private final Console console;
    private final Installation installation;

    @Parameters(
        arity = "0..1",
        paramLabel = "DIR",
        description = "A model directory. Default: the shipped one.")
    private @Nullable Path directory;

    Show(Console console, Installation installation) {
      this.console = console;
      this.installation = installation;
    }

    @Override
    public Integer call() throws IOException {
      console.out().print(CardReport.markdown(installation.model(directory)));
      return ExitCodes.DONE;
    }
  }

  /** {@code truerole model verify}. */
  @Command(
      name = "verify",
      description =
          "Checks that the files fit the card and that the model repeats its recorded answers.",
      footer = {"", "Exit code: 0 whole, 1 not, 2 no model."})
  static final class Verify implements Callable<Integer> {

    private final Console console;
    private final Installation installation;

    @Parameters(
        arity = "0..1",
        paramLabel = "DIR",
        description = "A model directory. Default: the shipped one.")
    private @Nullable Path directory;

    Verify(Console console, Installation installation) {
      this.console = console;
      this.installation = installation;
    }

    @Override
    public Integer call() {
      Path model = installation.model(directory);
      List<String> problems = ModelCheck.problems(model);
      problems.forEach(problem -> console.out().println(model + ": " + problem));
      if (problems.isEmpty()) {
        console.out().println(model + ": whole; it repeats its recorded answers");
      }
      return problems.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
  }
}

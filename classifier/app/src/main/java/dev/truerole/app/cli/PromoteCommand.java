package dev.truerole.app.cli;

import dev.truerole.classifier.audit.Comparison;
import dev.truerole.classifier.model.ModelCheck;
import dev.truerole.classifier.report.ComparisonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truerole promote}: a model into the default's place, if it is not worse. */
@Command(
    name = "promote",
    description =
        "Puts a model in the default's place when it is whole and not significantly worse.",
    footer = {
      "",
      "The model before it is kept beside it, as role.before. Measure on postings that neither has",
      "learned from.",
      "",
      "Example:",
      "  truerole promote my-model --data postings.jsonl.gz --labels held-out.jsonl",
      "",
      "Exit code: 0 promoted, 1 refused, 2 wrong use."
    })
final class PromoteCommand implements Callable<Integer> {

  private final Console console;
  private final Installation installation;

  @Parameters(paramLabel = "DIR", description = "The model directory to promote.")
  private Path candidate = Path.of("");

  @Mixin private final CorpusMixin corpus = new CorpusMixin();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Option(names = "--force", description = "Promote it even if it is significantly worse.")
  private boolean force;

  PromoteCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    List<String> problems = ModelCheck.problems(candidate);
    if (!problems.isEmpty()) {
      problems.forEach(problem -> console.err().println("truerole: " + problem));
      console.err().println("not promoted: the model is not whole");
      return ExitCodes.FAILED;
    }
    Path place = installation.model(null);
    Comparison comparison =
        Comparing.models(place, candidate, corpus.load(console, false), device.device());
    console.out().print(ComparisonReport.text(comparison));
    if (comparison.secondIsWorse() && !force) {
      console.err().println("not promoted: it is significantly worse; --force promotes it anyway");
      return ExitCodes.FAILED;
    }
    replace(place);
    console.err().println(candidate + " is the default now; the one before it is " + before(place));
    return ExitCodes.DONE;
  }

  private static Path before(Path place) {
    return place.resolveSibling(place.getFileName() + ".before");
  }

  /** The default is in its place at all times but for the moment between two renamings. */
  private void replace(Path place) throws IOException {
    Path fresh = place.resolveSibling(place.getFileName() + ".new");
    delete(fresh);
    Files.createDirectories(fresh);
    try (Stream<Path> files = Files.list(candidate)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, fresh.resolve(file.getFileName().toString()));
      }
    }
    delete(before(place));
    Files.move(place, before(place));
    Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(directory);
    }
  }
}

package dev.truerole.app.cli;

import dev.truerole.classifier.audit.Comparison;
import dev.truerole.classifier.report.ComparisonReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truerole compare}: two models on one corpus. */
@Command(
    name = "compare",
    description = "Compares two models on labelled postings neither has learned from.",
    footer = {
      "",
      "Differences are second less first, with 95 %% intervals by paired bootstrap; McNemar's test",
      "asks whether both are right equally often.",
      "",
      "Example:",
      "  truerole compare models/role my-model --data postings.jsonl.gz --labels held-out.jsonl"
    })
final class CompareCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(index = "0", paramLabel = "FIRST", description = "A model directory.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "SECOND", description = "Another one.")
  private Path second = Path.of("");

  @Mixin private final CorpusMixin corpus = new CorpusMixin();
  @Mixin private final DeviceOption device = new DeviceOption();

  @Option(names = "--json", description = "Figures as JSON.")
  private boolean json;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Comparison comparison =
        Comparing.models(first, second, corpus.load(console, false), device.device());
    console
        .out()
        .print(json ? ComparisonReport.json(comparison) : ComparisonReport.text(comparison));
    return ExitCodes.DONE;
  }
}

package dev.truerole.app.cli;

import dev.truerole.app.batch.BatchOutput;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where answers go and what they look like. */
final class OutputMixin {

  @Option(
      names = "--format",
      paramLabel = "text|json|jsonl|csv|tsv|html|parquet",
      description = "How answers are written. Default: text, or the ending of --output.")
  private @Nullable AnswerFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where answers go, packed if it ends with .gz or .zst. Default: here.")
  private @Nullable Path output;

  @Option(
      names = "--failures",
      paramLabel = "FILE",
      description = "Where the rows that failed go as well, as JSON Lines with their errors.")
  private @Nullable Path failures;

  @Option(
      names = "--resume",
      description =
          "Go on where a run with the same --output was killed. The result is as if it had not"
              + " been.")
  private boolean resume;

  @Option(
      names = "--excel",
      description = "Start CSV and TSV with the byte order mark that Excel wants.")
  private boolean excel;

  @Option(
      names = "--all-evidence",
      description = "Give every segment's evidence, not only the strongest.")
  private boolean allEvidence;

  @Option(
      names = "--save-every",
      hidden = true,
      paramLabel = "MILLIS",
      description = "How much work a kill may cost: for rehearsals.")
  private int saveEvery = 1000;

  /** Whether answers go to standard output. */
  boolean isHere() {
    return output == null;
  }

  /**
   * Checks that nothing is asked for that cannot be, and that nothing that is read is overwritten.
   */
  void check(List<String> inputs) throws IOException {
    if (resume && output == null) {
      throw new UsageException("--resume needs the --output of the run that was interrupted");
    }
    if (resume && inputs.stream().anyMatch(WebInput::isAddress)) {
      throw new UsageException("--resume does not go with addresses, whose pages may have changed");
    }
    checkParquet();
    if (output != null && output.equals(failures)) {
      throw new UsageException("--failures and --output are the same file; name another");
    }
    for (String input : inputs.stream().filter(name -> !WebInput.isAddress(name)).toList()) {
      checkApart("--output", output, input);
      checkApart("--failures", failures, input);
    }
  }

  private void checkParquet() {
    if (format() == AnswerFormat.PARQUET && output == null) {
      throw new UsageException("Parquet is written to files only; name one with --output");
    }
    if (format() == AnswerFormat.PARQUET && resume) {
      throw new UsageException(
          "--resume does not go with Parquet, whose files cannot be gone on with; write JSON Lines"
              + " or CSV");
    }
  }

  /** Answers must not overwrite what is read, nor be read as postings. */
  private static void checkApart(String option, @Nullable Path file, String input)
      throws IOException {
    if (file == null || !(Files.isRegularFile(file) || Files.notExists(file))) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    Path target =
        Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
    if (PostingFiles.isAmong(target, input)) {
      throw new UsageException(
          option + " " + file + " is, or lies in, the input " + input + "; write it elsewhere");
    }
  }

  /** Opens the output for a run over these rows. */
  BatchOutput open(Console console, PostingRows rows, RunIdentity identity) throws IOException {
    AnswerFormat chosen = format();
    ReportOptions options =
        new ReportOptions(
            allEvidence,
            output == null && console.colour(),
            chosen.isTable() ? rows.columns() : List.of(),
            excel);
    identity
        .with("--format", chosen)
        .with("--excel", excel)
        .with("--all-evidence", allEvidence)
        .with("--failures", failures == null ? "none" : failures.toAbsolutePath());
    BatchOutput.Target target =
        new BatchOutput.Target(
            chosen.report(),
            options,
            output,
            failures,
            identity.parts(),
            Duration.ofMillis(saveEvery));
    if (output == null) {
      return BatchOutput.to(new Unclosed(console.out()), target);
    }
    if (chosen == AnswerFormat.PARQUET) {
      return BatchOutput.createParquet(target);
    }
    return resume ? BatchOutput.resume(target) : BatchOutput.create(target);
  }

  private AnswerFormat format() {
    return format == null ? AnswerFormat.of(output) : format;
  }
}

package dev.truerole.app.cli;

import dev.truerole.app.batch.BatchOutput;
import dev.truerole.app.batch.BatchRun;
import dev.truerole.app.batch.BatchSummary;
import dev.truerole.app.batch.ParquetTables;
import dev.truerole.app.batch.ResumeException;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.Role;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truerole classify}: postings in, answers out. */
@Command(
    name = "classify",
    description = "Says which job postings really are, with evidence and skills.",
    footer = {
      "",
      "An address is fetched as 'truerole scrape' would, if the site permits.",
      "Reads .txt, .md, .html, .jsonl, .json, .csv and .tsv, each also with .gz or .zst, folders"
          + " of",
      "them, patterns ('jobs/*.jsonl.gz', ** crosses folders) and standard input (-).",
      "Every input gives exactly one answer or error, in order. Tables keep the",
      "columns of the tables that were read, in front of ours.",
      "",
      "Examples:",
      "  truerole classify posting.txt",
      "  truerole classify https://jobs.example.com/1234",
      "  truerole classify --format jsonl --output answers.jsonl postings.jsonl.gz",
      "  truerole classify --resume --output answers.jsonl.gz 'boards/*.jsonl.gz'",
      "  truerole classify --text-column body --format csv jobs.csv > answers.csv",
      "",
      "Exit code: 0 all answered, 1 some failed, 2 wrong use."
    })
final class ClassifyCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final Console console;
  private final Installation installation;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, folders or quoted patterns, addresses, or - for standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "A model directory. Default: the shipped one.")
  private @Nullable Path model;

  @Option(
      names = "--abstain-below",
      paramLabel = "P",
      description =
          "Give no role whose probability is below this, 0 to 1; a warning says so. Default: 0.")
  private double abstainBelow;

  @Option(
      names = "--no-skills",
      description = "Role and evidence only, which is faster: skills and asks stay empty.")
  private boolean noSkills;

  @Option(names = "--quiet", description = "No progress and no summary.")
  private boolean quiet;

  @Mixin private final OutputMixin output = new OutputMixin();
  @Mixin private final ReadMixin read = new ReadMixin();
  @Mixin private final StreamOption stream = new StreamOption();
  @Mixin private final FetchMixin fetch = new FetchMixin();
  @Mixin private final DeviceOption device = new DeviceOption();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  ClassifyCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    PostingFiles files = new PostingFiles(read.options(), new ParquetTables());
    output.check(inputs);
    if (!(abstainBelow >= 0 && abstainBelow <= 1)) {
      throw new UsageException("--abstain-below is a probability, 0 to 1, not " + abstainBelow);
    }
    int workers = threads.count();
    BatchSummary summary;
    try (PostingRows rows = rows(files);
        PostingAnalyzer analyzer = analyzer()) {
      summary = answer(analyzer, rows, workers);
    } catch (ResumeException e) {
      throw new UsageException("--resume: " + e.getMessage() + "; without it all is done anew", e);
    }
    if (!quiet && summary.answered() + summary.failed() > 1) {
      print(summary);
    }
    return summary.failed() > 0 ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  private PostingAnalyzer analyzer() {
    return noSkills
        ? installation.roles(model, device, abstainBelow)
        : installation.analyzer(model, device, abstainBelow);
  }

  private BatchSummary answer(PostingAnalyzer analyzer, PostingRows rows, int workers)
      throws IOException {
    RunIdentity identity = identity(rows);
    try (BatchOutput to = output.open(console, rows, identity);
        Progress progress = Progress.reading(console, quiet || answersAreSeen(), rows)) {
      if (to.rows() > 0 && !quiet) {
        console.err().printf(Locale.ROOT, "Going on behind %,d rows.%n", to.rows());
      }
      return new BatchRun(analyzer, workers, done -> progress.follow(rows, done)).run(rows, to);
    } catch (UncheckedIOException e) {
      throw new IOException("answers cannot be written: " + Main.reason(e.getCause()), e);
    } catch (IOException e) {
      throw new IOException("answers cannot be written: " + Main.reason(e), e);
    }
  }

  /** What has to be the same for a run to be gone on with. */
  private RunIdentity identity(PostingRows rows) throws IOException {
    RunIdentity identity = new RunIdentity();
    if (output.isHere()) {
      return identity;
    }
    return identity
        .withFolder("the model", installation.model(model))
        .withFolder("the skill taxonomy", installation.skills())
        .withInputs(rows.files())
        .with("the version of truerole", new Main.Version().getVersion()[0])
        .with("--abstain-below", abstainBelow)
        .with("--no-skills", noSkills)
        .with("--device", device.device())
        .with("how rows are read", read.asked() + " " + stream.asked());
  }

  /** Whether answers and a progress bar would meet on one screen. */
  private boolean answersAreSeen() {
    return output.isHere() && console.outIsTerminal();
  }

  private PostingRows rows(PostingFiles files) {
    if (inputs.equals(List.of(STANDARD_INPUT))) {
      return stream.open(files, console.in(), STANDARD_INPUT);
    }
    if (inputs.contains(STANDARD_INPUT)) {
      throw new UsageException("- (standard input) cannot be mixed with files");
    }
    inputs.stream().filter(WebInput::isAddress).forEach(FetchMixin::url);
    return files.open(inputs, new WebInput(fetch)::find);
  }

  private void print(BatchSummary summary) {
    StringBuilder roles = new StringBuilder();
    for (Role role : Role.values()) {
      roles.append(
          String.format(
              Locale.ROOT, "  %s %,d", role.label(), summary.byRole().getOrDefault(role, 0L)));
    }
    long all = summary.answered() + summary.failed();
    console
        .err()
        .printf(
            Locale.ROOT,
            "%,d postings in %.1f s (%,.0f a second):%s  not judged %,d  failed %,d%n",
            all,
            summary.seconds(),
            (all - summary.earlier()) / summary.seconds(),
            roles,
            summary.notJudged(),
            summary.failed());
  }
}

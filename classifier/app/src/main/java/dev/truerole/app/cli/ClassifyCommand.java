package dev.truerole.app.cli;

import dev.truerole.app.batch.BatchRun;
import dev.truerole.app.batch.BatchSummary;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.report.ReportFormat;
import dev.truerole.classifier.report.ReportOptions;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRows;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
      "Reads .txt, .md, .html, .jsonl[.gz], .json, .csv, folders of them, and standard input (-).",
      "Every input gives exactly one answer or error, in order.",
      "",
      "Examples:",
      "  truerole classify posting.txt",
      "  truerole classify https://jobs.example.com/1234",
      "  truerole classify --format jsonl --output answers.jsonl postings.jsonl.gz",
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
      description = "Files or folders of postings, addresses, or - for standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|jsonl|csv|html",
      description = "How answers are written. Default: text, or the ending of --output.")
  private @Nullable ReportFormat format;

  @Option(names = "--output", paramLabel = "FILE", description = "Where answers go. Default: here.")
  private @Nullable Path output;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "A model directory. Default: the shipped one.")
  private @Nullable Path model;

  @Option(
      names = "--all-evidence",
      description = "Give every segment's evidence, not only the strongest.")
  private boolean allEvidence;

  @Option(
      names = "--abstain-below",
      paramLabel = "P",
      description =
          "Give no role whose probability is below this, 0 to 1; a warning says so. Default: 0.")
  private double abstainBelow;

  @Option(names = "--quiet", description = "No progress and no summary.")
  private boolean quiet;

  @Mixin private final ReadMixin read = new ReadMixin();
  @Mixin private final FetchMixin fetch = new FetchMixin();
  @Mixin private final DeviceOption device = new DeviceOption();

  ClassifyCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    PostingFiles files = new PostingFiles(read.options());
    checkOutput();
    if (!(abstainBelow >= 0 && abstainBelow <= 1)) {
      throw new UsageException("--abstain-below is a probability, 0 to 1, not " + abstainBelow);
    }
    BatchSummary summary;
    try (PostingRows rows = rows(files);
        PostingAnalyzer analyzer = installation.analyzer(model, device, abstainBelow)) {
      summary = answer(analyzer, rows);
    }
    if (!quiet && summary.answered() + summary.failed() > 1) {
      print(summary);
    }
    return summary.failed() > 0 ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  private BatchSummary answer(PostingAnalyzer analyzer, PostingRows rows) throws IOException {
    ReportOptions options = new ReportOptions(allEvidence, output == null && console.colour());
    try (ReportWriter report = format().open(writer(), options);
        Progress progress = Progress.rows(console, quiet || answersAreSeen())) {
      return new BatchRun(analyzer, report, progress::add).run(rows);
    } catch (UncheckedIOException e) {
      throw new IOException("answers cannot be written: " + Main.reason(e.getCause()), e);
    } catch (IOException e) {
      throw new IOException("answers cannot be written: " + Main.reason(e), e);
    }
  }

  /** Whether answers and a progress bar would meet on one screen. */
  private boolean answersAreSeen() {
    return output == null && console.outIsTerminal();
  }

  /** Answers must not overwrite what is read, nor be read as postings. */
  private void checkOutput() throws IOException {
    if (output == null || !(Files.isRegularFile(output) || Files.notExists(output))) {
      return;
    }
    Path folder = output.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return;
    }
    Path target =
        Files.exists(output)
            ? output.toRealPath()
            : folder.toRealPath().resolve(output.getFileName());
    for (String input : inputs) {
      if (WebInput.isAddress(input)) {
        continue;
      }
      Path source = Path.of(input);
      if (Files.exists(source) && target.startsWith(source.toRealPath())) {
        throw new UsageException(
            "--output " + output + " is, or lies in, the input " + input + "; write it elsewhere");
      }
    }
  }

  private PostingRows rows(PostingFiles files) {
    if (inputs.equals(List.of(STANDARD_INPUT))) {
      return files.openStream(console.in(), STANDARD_INPUT);
    }
    if (inputs.contains(STANDARD_INPUT)) {
      throw new UsageException("- (standard input) cannot be mixed with files");
    }
    inputs.stream().filter(WebInput::isAddress).forEach(FetchMixin::url);
    return files.open(inputs, new WebInput(fetch)::find);
  }

  private ReportFormat format() {
    if (format != null) {
      return format;
    }
    String name = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
    for (ReportFormat known : ReportFormat.values()) {
      if (name.endsWith("." + known.id())) {
        return known;
      }
    }
    return ReportFormat.TEXT;
  }

  private Writer writer() throws IOException {
    OutputStream to = output == null ? new Unclosed(console.out()) : Files.newOutputStream(output);
    return new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
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
            all / summary.seconds(),
            roles,
            summary.notJudged(),
            summary.failed());
  }
}

package dev.truerole.app.cli;

import dev.truerole.app.batch.BatchRun;
import dev.truerole.app.batch.BatchSummary;
import dev.truerole.app.batch.ParquetTables;
import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.classifier.report.SkillReport;
import dev.truerole.classifier.report.SkillTally;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.posting.PostingId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truerole skills}: postings in, a table of their skills out. */
@Command(
    name = "skills",
    description =
        "Counts the skills of postings by level and role, and says what sets roles apart.",
    footer = {
      "",
      "Reads what classify reads. What sets a role apart is the log-odds of a skill",
      "against the other roles, with an informative Dirichlet prior and a 95 %%",
      "interval.",
      "",
      "Examples:",
      "  truerole skills postings.jsonl.gz",
      "  truerole skills --format csv --output skills.csv --top 200 postings.jsonl.gz",
      "",
      "Exit code: 0 all counted, 1 some failed, 2 wrong use."
    })
final class SkillsCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final Console console;
  private final Installation installation;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, folders or quoted patterns, or - for standard input.")
  private List<String> inputs = List.of();

  @Option(
      names = "--format",
      paramLabel = "text|json|csv",
      description = "How the table is written. Default: text, or the ending of --output.")
  private @Nullable Format format;

  @Option(names = "--output", paramLabel = "FILE", description = "Where it goes. Default: here.")
  private @Nullable Path output;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Rows of each table at most. Default: 30.")
  private int top = 30;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "A model directory. Default: the shipped one.")
  private @Nullable Path model;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Mixin private final ReadMixin read = new ReadMixin();
  @Mixin private final StreamOption stream = new StreamOption();
  @Mixin private final DeviceOption device = new DeviceOption();
  @Mixin private final ThreadsOption threads = new ThreadsOption();

  /** How a table of skills can be written. */
  enum Format {
    TEXT,
    JSON,
    CSV
  }

  SkillsCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1) {
      throw new UsageException("--top is " + top + "; it must be at least 1");
    }
    PostingFiles files = new PostingFiles(read.options(), new ParquetTables());
    SkillTally tally = new SkillTally();
    int workers = threads.count();
    BatchSummary summary;
    try (PostingRows rows = rows(files);
        PostingAnalyzer analyzer = installation.analyzer(model, device);
        Progress progress = Progress.reading(console, quiet, rows)) {
      summary =
          new BatchRun(analyzer, workers, done -> progress.follow(rows, done))
              .run(rows, new Counting(console, tally));
    }
    write(new SkillReport(tally, top));
    return summary.failed() > 0 ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  private PostingRows rows(PostingFiles files) {
    if (inputs.equals(List.of(STANDARD_INPUT))) {
      return stream.open(files, console.in(), STANDARD_INPUT);
    }
    if (inputs.contains(STANDARD_INPUT)) {
      throw new UsageException("- (standard input) cannot be mixed with files");
    }
    return files.open(inputs, name -> Optional.empty());
  }

  private void write(SkillReport report) throws IOException {
    OutputStream to = output == null ? new Unclosed(console.out()) : Files.newOutputStream(output);
    try (Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
      switch (format()) {
        case TEXT -> report.text(out);
        case JSON -> report.json(out);
        case CSV -> report.csv(out);
      }
    } catch (IOException e) {
      throw new IOException("the table cannot be written: " + Main.reason(e), e);
    }
  }

  private Format format() {
    if (format != null) {
      return format;
    }
    String name = output == null ? "" : output.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".json") ? Format.JSON : name.endsWith(".csv") ? Format.CSV : Format.TEXT;
  }

  /** Takes answers for counting, and says which inputs failed. */
  private record Counting(Console console, SkillTally tally) implements ReportWriter {
    @Override
    public void write(PostingAnalysis analysis) {
      tally.add(analysis);
    }

    @Override
    public void writeFailure(PostingId id, String code, String message) {
      console.err().println("truerole: " + id.text() + ": " + message + " [" + code + "]");
    }

    @Override
    public void flush() {
      // Nothing is written before all is counted.
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}

package dev.truerole.app.cli;

import dev.truerole.scraper.BoardReport;
import dev.truerole.scraper.Crawl;
import dev.truerole.scraper.CrawlInput;
import dev.truerole.scraper.CrawlSummary;
import dev.truerole.scraper.JobScraper;
import dev.truerole.scraper.RobotsInState;
import dev.truerole.scraper.crawl.CrawlState;
import dev.truerole.scraper.crawl.Sighting;
import dev.truerole.scraper.file.PostingFormat;
import dev.truerole.scraper.page.FetchSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code truerole scrape}: addresses in, postings out. */
@Command(
    name = "scrape",
    description = "Reads postings from the web, where sites permit it, for 'truerole classify'.",
    footer = {
      "",
      "Reads single postings, and whole boards by their address. Obeys robots.txt,",
      "paces itself, and says of every address what became of it: OK or the reason,",
      "one line on standard error. LinkedIn, Indeed, Glassdoor, ZipRecruiter and",
      "others forbid programs: paste the text, or save the page and give the file.",
      "",
      "Examples:",
      "  truerole scrape --output jobs.jsonl https://boards.greenhouse.io/acme",
      "  truerole scrape --state jobs.db --changed-only https://jobs.lever.co/acme",
      "  truerole scrape --output saved.jsonl saved-pages/",
      "",
      "Exit code: 0 all read, 1 some not, 2 wrong use."
    })
final class ScrapeCommand implements Callable<Integer> {

  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "URL|FILE",
      description =
          "Addresses of postings, boards and sitemaps; pages saved as .html, and folders of them.")
  private List<String> urls = List.of();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the one saved page is from. Default: what the page says.")
  private @Nullable String from;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where postings go. Default: here.")
  private @Nullable Path output;

  @Option(
      names = "--format",
      paramLabel = "jsonl|csv",
      description = "How postings are written. Default: jsonl, or the ending of --output.")
  private @Nullable PostingFormat format;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description =
          "Remembers what was read: a run that was interrupted goes on, and later runs know what is"
              + " new, changed or gone.")
  private @Nullable Path state;

  @Option(
      names = "--changed-only",
      description = "Write only what is new or changed since the last run. Needs --state.")
  private boolean changedOnly;

  @Option(
      names = "--contact",
      paramLabel = "URL|MAIL",
      description = "Whom a site may ask about these requests; sent along with our name.")
  private @Nullable String contact;

  @Option(names = "--quiet", description = "No lines for postings that were read, no summary.")
  private boolean quiet;

  @Mixin private final FetchMixin fetch = new FetchMixin();

  ScrapeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<CrawlInput> inputs = inputs();
    if (changedOnly && state == null) {
      throw new UsageException("--changed-only needs --state FILE to know what was there before");
    }
    Clock clock = Clock.systemUTC();
    CrawlSummary summary;
    try (CrawlState known = state == null ? CrawlState.inMemory() : CrawlState.open(state)) {
      JobScraper scraper = new JobScraper(fetch.fetcher(settings(known)), clock);
      summary = crawl(scraper, known, inputs, clock);
    }
    if (!quiet) {
      print(summary);
    }
    return summary.failed() ? ExitCodes.FAILED : ExitCodes.DONE;
  }

  private CrawlSummary crawl(
      JobScraper scraper, CrawlState known, List<CrawlInput> inputs, Clock clock)
      throws IOException {
    CrawlState.Run run = known.begin(task(), String.valueOf(output), clock.instant());
    if (run.resumed() && !quiet) {
      console.err().println("Going on with the run that was interrupted.");
    }
    try (ScrapeOutput to = ScrapeOutput.open(output, format(), run.length(), console, quiet)) {
      return new Crawl(scraper, known, run, to, changedOnly).run(inputs);
    }
  }

  private FetchSettings settings(CrawlState known) {
    FetchSettings settings = FetchSettings.defaults().remembering(new RobotsInState(known));
    try {
      return contact == null ? settings : settings.contactedAt(contact);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--contact: " + e.getMessage(), e);
    }
  }

  private List<CrawlInput> inputs() throws IOException {
    List<CrawlInput> inputs = new ArrayList<>();
    for (String name : urls) {
      inputs.addAll(WebInput.isAddress(name) ? List.of(web(name)) : SavedInputs.find(name));
    }
    if (from == null) {
      return inputs;
    }
    if (inputs.size() != 1 || inputs.get(0).file() == null) {
      throw new UsageException("--url says where one saved page is from; give it one FILE");
    }
    return List.of(new CrawlInput(FetchMixin.url(from), inputs.get(0).file()));
  }

  private static CrawlInput web(String address) {
    return CrawlInput.of(FetchMixin.url(address));
  }

  /** What makes two calls the same run. */
  private List<String> task() {
    List<String> task = new ArrayList<>(urls);
    task.add(format().id());
    task.add(changedOnly ? "changed" : "all");
    return task;
  }

  private PostingFormat format() {
    if (format != null) {
      return format;
    }
    boolean csv = output != null && output.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
    return csv ? PostingFormat.CSV : PostingFormat.JSONL;
  }

  private void print(CrawlSummary summary) {
    PrintStream err = console.err();
    err.printf(Locale.ROOT, "%n%-18s %7s%n", "outcome", "count");
    summary.outcomes().forEach((kind, n) -> err.printf(Locale.ROOT, "%-18s %,7d%n", kind, n));
    if (summary.skipped() > 0) {
      err.printf(Locale.ROOT, "%-18s %,7d%n", "done before", summary.skipped());
    }
    Map<Sighting.Change, Integer> changes = summary.changes();
    err.printf(
        Locale.ROOT,
        "postings: %,d new, %,d changed, %,d the same; %,d of them copies of others%n",
        changes.getOrDefault(Sighting.Change.NEW, 0),
        changes.getOrDefault(Sighting.Change.CHANGED, 0),
        changes.getOrDefault(Sighting.Change.SAME, 0),
        summary.duplicates());
    summary.boards().forEach(board -> print(err, board));
  }

  private static void print(PrintStream err, BoardReport board) {
    String declared =
        board.declared().isPresent() ? String.valueOf(board.declared().getAsInt()) : "no number";
    err.printf(
        Locale.ROOT,
        "%s: %,d fetched, %s declared, %s%n",
        board.board(),
        board.fetched(),
        declared,
        board.complete() ? "complete" : "NOT complete: nothing on it counts as expired");
  }
}

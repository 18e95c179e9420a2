package dev.truerole.scraper;

import dev.truerole.scraper.board.BoardSource;
import dev.truerole.scraper.board.BoardSources;
import dev.truerole.scraper.crawl.CanonicalUrl;
import dev.truerole.scraper.crawl.CrawlState;
import dev.truerole.scraper.crawl.Sighting;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.page.Sitemap;
import dev.truerole.scraper.page.Validators;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses and whole boards, those of several owners at a time, and writes what they bring
 * in the order of the addresses. It remembers what is done: a crawl that was killed goes on without
 * losing or repeating a posting. To be used once.
 */
public final class Crawl {

  private final JobScraper scraper;
  private final CrawlState state;
  private final CrawlState.Run run;
  private final CrawlSink sink;
  private final boolean changedOnly;

  /** Pages that some worker has taken on. */
  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  private final Map<OutcomeKind, Integer> outcomes = new EnumMap<>(OutcomeKind.class);
  private final Map<Sighting.Change, Integer> changes = new EnumMap<>(Sighting.Change.class);
  private final List<BoardReport> boards = new ArrayList<>();
  private int duplicates;
  private int failures;
  private int skipped;

  /**
   * @param run begun, or gone on with
   * @param changedOnly ask only for what is newer than the state, and write only what is new or
   *     changed
   */
  public Crawl(
      JobScraper scraper,
      CrawlState state,
      CrawlState.Run run,
      CrawlSink sink,
      boolean changedOnly) {
    this.scraper = scraper;
    this.state = state;
    this.run = run;
    this.sink = sink;
    this.changedOnly = changedOnly;
  }

  /**
   * Reads all inputs.
   *
   * @throws IOException if the output or the state fails; what the web does is in the outcomes
   */
  public CrawlSummary run(List<CrawlInput> inputs) throws IOException {
    List<Lane> lanes = new ArrayList<>();
    for (CrawlInput input : inputs) {
      lanes.add(new Lane(lanes.size(), input, owner(input)));
    }
    Workers workers = new Workers(lanes, this::read);
    workers.start();
    try {
      for (Lane lane : lanes) {
        workers.turn(lane);
        lane.drain();
        state.forget(lane.number());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the crawl was stopped");
    } finally {
      workers.stop();
    }
    state.finish(run, now());
    return new CrawlSummary(outcomes, changes, duplicates, failures, skipped, boards);
  }

  /** Whom to ask for an input; all saved pages together are one. */
  private String owner(CrawlInput input) {
    URI url = input.url();
    Optional<BoardSource> source = BoardSources.recognize(url);
    URI first = source.map(board -> board.posting(url).orElse(board.listing().get(0))).orElse(url);
    return input.file() == null ? scraper.fetcher().owner(first) : "";
  }

  private void read(Lane lane) throws IOException, InterruptedException {
    URI url = lane.input().url();
    Path file = lane.input().file();
    Optional<BoardSource> board = BoardSources.recognize(url);
    if (file != null) {
      saved(file, lane);
    } else if (Sitemap.isAt(url)) {
      SitemapCrawl sitemap = new SitemapCrawl(this, url, lane);
      sitemap.run();
      lane.then(() -> boards.add(sitemap.report()));
    } else if (board.isPresent() && isWhole(board.get(), url)) {
      board(board.get(), lane);
    } else {
      page(url, lane);
    }
  }

  private void saved(Path file, Lane lane) throws InterruptedException {
    URI stated = lane.input().url().equals(file.toUri()) ? null : lane.input().url();
    ScrapeOutcome outcome = scraper.saved(file, stated).outcome();
    String page =
        outcome instanceof ScrapeOutcome.Read read
            ? read.posting().id().text()
            : file.toUri().toString();
    lane.then(() -> page(page, outcome, Validators.NONE));
  }

  private static boolean isWhole(BoardSource board, URI url) {
    return board.posting(url).isEmpty() && board.id(url).isEmpty();
  }

  private void board(BoardSource source, Lane lane) throws IOException, InterruptedException {
    BoardCrawl board = new BoardCrawl(this, source, lane);
    board.run();
    lane.then(() -> boards.add(board.report()));
  }

  private void page(URI url, Lane lane) throws IOException, InterruptedException {
    String page = CanonicalUrl.of(url);
    if (!take(page) || state.isPageDone(run, page)) {
      lane.then(this::skip);
      return;
    }
    JobScraper.Reading reading = scraper(lane).read(url, known(page));
    Optional<BoardSource> embedded = embedded(reading);
    if (embedded.isPresent()) {
      board(embedded.get(), lane);
    } else {
      ScrapeOutcome outcome = reading.outcome();
      Validators validators = reading.validators();
      lane.then(() -> page(page, outcome, validators));
    }
  }

  private void page(String page, ScrapeOutcome outcome, Validators validators) throws IOException {
    commit(page, outcome, validators, null);
    failures += outcome instanceof ScrapeOutcome.Refused ? 1 : 0;
  }

  /** Writes and notes what became of a page. */
  void commit(String page, ScrapeOutcome outcome, Validators validators, @Nullable String board)
      throws IOException {
    if (outcome instanceof ScrapeOutcome.Read read) {
      posting(read, page, board);
    } else {
      if (outcome instanceof ScrapeOutcome.Unchanged) {
        state.unchanged(run, page, now());
      } else if (outcome.kind() == OutcomeKind.EXPIRED) {
        state.expire(run, page);
      }
      tell(outcome);
    }
    pageDone(page, outcome.kind(), validators);
  }

  /** Who runs the host of an address. */
  String owner(URI url) {
    return scraper.fetcher().owner(url);
  }

  /** Takes a page on, unless it is taken already. For workers. */
  boolean take(String page) {
    return taken.add(page);
  }

  /** The board that a page without a posting of its own shows. */
  private static Optional<BoardSource> embedded(JobScraper.Reading reading) {
    return switch (reading.outcome().kind()) {
      case LISTING_PAGE, NOT_A_JOB, JS_REQUIRED, TOO_SHORT -> reading.board();
      default -> Optional.empty();
    };
  }

  /** Notes that a page needs no second visit in this run; failures that may pass do. */
  void pageDone(String page, OutcomeKind kind, Validators validators) throws IOException {
    if (kind != OutcomeKind.UNCHANGED && !kind.isTransient()) {
      state.page(
          run,
          page,
          new CrawlState.PageVersion(validators.etag(), validators.lastModified()),
          kind.name(),
          now());
    }
  }

  /** The version of a page to ask for a newer one than; none unless only changes are wanted. */
  Validators known(String page) throws IOException {
    return changedOnly
        ? state
            .version(page)
            .map(version -> new Validators(version.etag(), version.lastModified()))
            .orElse(Validators.NONE)
        : Validators.NONE;
  }

  /**
   * Writes and commits a posting, unless this run has it already.
   *
   * @param board where it was listed, if it was
   */
  void posting(ScrapeOutcome.Read read, String page, @Nullable String board) throws IOException {
    String key = read.posting().id().text();
    if (state.isPostingDone(run, key)) {
      skipped++;
      return;
    }
    Sighting sighting = state.compare(key, read.posting(), now());
    ScrapeOutcome.Read seen = read.seenAs(sighting);
    boolean wanted = !changedOnly || sighting.change() != Sighting.Change.SAME;
    long length = wanted ? sink.write(seen) : CrawlState.SAME_LENGTH;
    CrawlState.Place place = new CrawlState.Place(key, read.provenance().url(), page, board);
    state.posting(run, place, read.posting(), sighting, length, now());
    changes.merge(sighting.change(), 1, Integer::sum);
    duplicates += sighting.duplicateOf() == null ? 0 : 1;
    tell(seen);
  }

  void tell(ScrapeOutcome outcome) {
    outcomes.merge(outcome.kind(), 1, Integer::sum);
    sink.done(outcome);
  }

  void skip() {
    skipped++;
  }

  /** Reads pages for one input. */
  JobScraper scraper(Lane lane) {
    return new JobScraper(new KeptPages(scraper.fetcher(), state, lane), scraper.clock());
  }

  CrawlState state() {
    return state;
  }

  CrawlState.Run current() {
    return run;
  }

  Instant now() {
    return scraper.clock().instant();
  }
}

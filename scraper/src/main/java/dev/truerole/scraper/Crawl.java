package dev.truerole.scraper;

import dev.truerole.scraper.board.BoardSource;
import dev.truerole.scraper.board.BoardSources;
import dev.truerole.scraper.crawl.CanonicalUrl;
import dev.truerole.scraper.crawl.CrawlState;
import dev.truerole.scraper.crawl.Sighting;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.page.Validators;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses and whole boards one after the other, and remembers what is done: a crawl that
 * was killed goes on without losing or repeating a posting. To be used once.
 */
public final class Crawl {

  private final JobScraper scraper;
  private final CrawlState state;
  private final CrawlState.Run run;
  private final CrawlSink sink;
  private final boolean changedOnly;

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
   * Reads all addresses.
   *
   * @throws IOException if the output or the state fails; what the web does is in the outcomes
   */
  public CrawlSummary run(List<URI> urls) throws IOException {
    for (URI url : urls) {
      Optional<BoardSource> board = BoardSources.recognize(url);
      if (board.isPresent() && isWhole(board.get(), url)) {
        board(board.get());
      } else {
        page(url);
      }
    }
    state.finish(run, now());
    return new CrawlSummary(outcomes, changes, duplicates, failures, skipped, boards);
  }

  private static boolean isWhole(BoardSource board, URI url) {
    return board.posting(url).isEmpty() && board.id(url).isEmpty();
  }

  private void board(BoardSource source) throws IOException {
    boards.add(new BoardCrawl(this, source).run());
  }

  private void page(URI url) throws IOException {
    String page = CanonicalUrl.of(url);
    if (state.isPageDone(run, page)) {
      skipped++;
      return;
    }
    JobScraper.Reading reading = scraper.read(url, known(page));
    ScrapeOutcome outcome = reading.outcome();
    Optional<BoardSource> embedded = embedded(reading);
    if (embedded.isPresent()) {
      board(embedded.get());
      return;
    }
    if (outcome instanceof ScrapeOutcome.Read read) {
      posting(read, page, null);
    } else {
      if (outcome instanceof ScrapeOutcome.Unchanged) {
        state.unchanged(run, page, now());
      } else if (outcome.kind() == OutcomeKind.EXPIRED) {
        state.expire(run, page);
      }
      tell(outcome);
      failures += outcome instanceof ScrapeOutcome.Refused ? 1 : 0;
    }
    pageDone(page, outcome.kind(), reading.validators());
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

  JobScraper scraper() {
    return scraper;
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

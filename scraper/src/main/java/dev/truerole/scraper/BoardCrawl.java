package dev.truerole.scraper;

import dev.truerole.scraper.board.BoardFormatException;
import dev.truerole.scraper.board.BoardListing;
import dev.truerole.scraper.board.BoardSource;
import dev.truerole.scraper.board.Boilerplate;
import dev.truerole.scraper.crawl.CanonicalUrl;
import dev.truerole.scraper.page.FetchOutcome;
import dev.truerole.scraper.page.FetchOutcome.Fetched;
import dev.truerole.scraper.page.FetchRequest;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.page.Validators;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads one whole board. It is complete if every page of the listing and every posting it names was
 * read and there are as many as the board declares; only then are the missing ones gone.
 */
final class BoardCrawl {

  /** More than any employer offers: a listing that goes on is a trap or a mistake. */
  private static final int MAX_POSTINGS = 10_000;

  /** A provider's data are the board itself: what a complete listing lacks is gone. */
  private static final int ENOUGH_MISSES = 1;

  private final Crawl crawl;
  private final BoardSource source;
  private final Lane lane;
  private final JobScraper scraper;
  private final String board;

  // What the worker knows.
  private final Deque<URI> pages = new ArrayDeque<>();
  private final Set<URI> asked = new HashSet<>();
  private final Set<URI> links = new LinkedHashSet<>();
  private final Set<String> ids = new HashSet<>();
  private String first = "";

  // What the crawl knows.
  private OptionalInt declared = OptionalInt.empty();
  private int fetched;
  private boolean complete = true;

  BoardCrawl(Crawl crawl, BoardSource source, Lane lane) {
    this.crawl = crawl;
    this.source = source;
    this.lane = lane;
    this.scraper = crawl.scraper(lane);
    this.board = source.name() + ":" + source.tenant();
  }

  /** Reads the board. For the worker. */
  void run() throws IOException, InterruptedException {
    source.listing().forEach(this::enqueue);
    first = String.valueOf(pages.peek());
    while (!pages.isEmpty()) {
      listing(pages.remove());
    }
    for (URI link : links) {
      link(link);
    }
    lane.then(this::finish);
  }

  private void finish() throws IOException {
    complete &= fetched > 0 && fetched >= declared.orElse(0);
    if (complete) {
      expire();
    }
  }

  /** What was read, once all steps are committed. */
  BoardReport report() {
    return new BoardReport(board, first, declared, fetched, complete);
  }

  private void enqueue(URI page) {
    if (asked.add(page)) {
      pages.add(page);
    }
  }

  private void listing(URI url) throws IOException, InterruptedException {
    String page = CanonicalUrl.of(url);
    FetchOutcome outcome = fetch(url, page);
    if (outcome instanceof Fetched answer) {
      read(url, page, answer);
    } else {
      lane.then(() -> noListing(outcome, page));
    }
  }

  private FetchOutcome fetch(URI url, String page) throws IOException {
    return scraper.fetcher().fetch(FetchRequest.data(url).ifNewerThan(crawl.known(page)));
  }

  private void noListing(FetchOutcome outcome, String page) throws IOException {
    if (outcome instanceof FetchOutcome.Refused refused) {
      refuse(refused);
    } else {
      fetched += crawl.state().unchangedListing(crawl.current(), page, crawl.now());
      crawl.tell(new ScrapeOutcome.Unchanged(outcome.url().toString()));
    }
  }

  private void noPage(FetchOutcome outcome, String page) throws IOException {
    if (outcome instanceof FetchOutcome.Refused refused) {
      refuse(refused);
    } else {
      fetched += crawl.state().unchanged(crawl.current(), page, crawl.now());
      crawl.tell(new ScrapeOutcome.Unchanged(outcome.url().toString()));
    }
  }

  private void refuse(FetchOutcome.Refused refused) {
    incomplete();
    crawl.tell(ScrapeOutcome.Refused.of(refused));
  }

  private void read(URI url, String page, Fetched answer) throws InterruptedException {
    try {
      BoardListing listing = source.read(answer.page());
      int before = ids.size() + links.size();
      take(url.toString(), page, listing, answer);
      boolean grew = ids.size() + links.size() > before;
      if (grew && ids.size() + links.size() < MAX_POSTINGS) {
        listing.next().forEach(this::enqueue);
      } else if (grew && !listing.next().isEmpty()) {
        lane.then(this::incomplete);
      }
      // A listing that leads on has to be read again to know where to.
      boolean whole = listing.next().isEmpty() && listing.links().isEmpty() && asked.size() == 1;
      Validators version = whole ? answer.validators() : Validators.NONE;
      lane.then(() -> crawl.pageDone(page, OutcomeKind.OK, version));
    } catch (BoardFormatException e) {
      lane.then(() -> unreadable(url, e));
    }
  }

  private void incomplete() {
    complete = false;
  }

  private void take(String asked, String page, BoardListing listing, Fetched answer)
      throws InterruptedException {
    lane.then(() -> declared = declared.isPresent() ? declared : listing.declaredTotal());
    links.addAll(listing.links());
    for (JobPosting posting : Boilerplate.mark(listing.postings())) {
      if (ids.add(posting.id().text())) {
        String name = Objects.requireNonNullElse(posting.terms().url(), asked);
        ScrapeOutcome outcome = scraper.ofBoard(name, source, posting, answer);
        lane.then(() -> posting(outcome, posting.id().text(), page));
      }
    }
  }

  private void posting(ScrapeOutcome outcome, String key, String page) throws IOException {
    fetched++;
    if (outcome instanceof ScrapeOutcome.Read read) {
      crawl.posting(read, page, board);
    } else {
      boolean over = outcome.kind() == OutcomeKind.EXPIRED;
      crawl.state().touch(crawl.current(), key, over, crawl.now());
      crawl.tell(outcome);
    }
  }

  private void link(URI url) throws IOException, InterruptedException {
    String page = CanonicalUrl.of(url);
    if (!crawl.take(page) || crawl.state().isPageDone(crawl.current(), page)) {
      lane.then(() -> skip(page));
      return;
    }
    FetchOutcome outcome = fetch(url, page);
    if (outcome instanceof Fetched answer) {
      detail(url, page, answer);
    } else if (outcome instanceof FetchOutcome.Refused refused
        && outcome.kind() == OutcomeKind.EXPIRED) {
      lane.then(() -> gone(refused, page));
    } else {
      lane.then(() -> noPage(outcome, page));
    }
  }

  /** Done before, or on behalf of another input, if that did not fail. */
  private void skip(String page) throws IOException {
    if (crawl.state().isPageDone(crawl.current(), page)) {
      fetched++;
    } else {
      incomplete();
    }
    crawl.skip();
  }

  /** Gone between the listing and now: nothing is missing. */
  private void gone(FetchOutcome.Refused refused, String page) throws IOException {
    fetched++;
    crawl.state().expire(crawl.current(), page);
    crawl.tell(ScrapeOutcome.Refused.of(refused));
  }

  private void detail(URI url, String page, Fetched answer) throws InterruptedException {
    try {
      take(url.toString(), page, source.read(answer.page()), answer);
      lane.then(() -> crawl.pageDone(page, OutcomeKind.OK, answer.validators()));
    } catch (BoardFormatException e) {
      lane.then(() -> unreadable(url, e));
    }
  }

  private void unreadable(URI url, BoardFormatException e) {
    incomplete();
    String what = Objects.toString(e.getMessage(), "The board's data cannot be read");
    crawl.tell(new ScrapeOutcome.Refused(url.toString(), OutcomeKind.HTTP_ERROR, what));
  }

  private void expire() throws IOException {
    List<String> gone = crawl.state().expireUnseen(crawl.current(), board, ENOUGH_MISSES);
    for (String url : gone) {
      String what = "It is no longer on the board " + board + ", which was read completely.";
      crawl.tell(ScrapeOutcome.Refused.of(url, OutcomeKind.EXPIRED, what));
    }
  }
}

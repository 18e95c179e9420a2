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

  private final Crawl crawl;
  private final BoardSource source;
  private final String board;

  private final Deque<URI> pages = new ArrayDeque<>();
  private final Set<URI> asked = new HashSet<>();
  private final Set<URI> links = new LinkedHashSet<>();
  private final Set<String> ids = new HashSet<>();
  private OptionalInt declared = OptionalInt.empty();
  private int fetched;
  private boolean complete = true;

  BoardCrawl(Crawl crawl, BoardSource source) {
    this.crawl = crawl;
    this.source = source;
    this.board = source.name() + ":" + source.tenant();
  }

  BoardReport run() throws IOException {
    source.listing().forEach(this::enqueue);
    String first = String.valueOf(pages.peek());
    while (!pages.isEmpty()) {
      listing(pages.remove());
    }
    for (URI link : links) {
      link(link);
    }
    complete &= fetched > 0 && fetched >= declared.orElse(0);
    if (complete) {
      expire();
    }
    return new BoardReport(board, first, declared, fetched, complete);
  }

  private void enqueue(URI page) {
    if (asked.add(page)) {
      pages.add(page);
    }
  }

  private void listing(URI url) throws IOException {
    String page = CanonicalUrl.of(url);
    FetchOutcome outcome =
        crawl.scraper().fetcher().fetch(FetchRequest.data(url).ifNewerThan(crawl.known(page)));
    if (outcome instanceof FetchOutcome.Unchanged) {
      fetched += crawl.state().unchanged(crawl.current(), page, crawl.now());
      crawl.tell(new ScrapeOutcome.Unchanged(url.toString()));
    } else if (outcome instanceof Fetched answer) {
      read(url, page, answer);
    } else {
      refuse(outcome);
    }
  }

  private void read(URI url, String page, Fetched answer) throws IOException {
    try {
      BoardListing listing = source.read(answer.page());
      int before = ids.size() + links.size();
      take(url.toString(), page, listing, answer);
      boolean grew = ids.size() + links.size() > before;
      if (grew && ids.size() + links.size() < MAX_POSTINGS) {
        listing.next().forEach(this::enqueue);
      } else {
        complete &= listing.next().isEmpty() || !grew;
      }
      // A listing that leads on has to be read again to know where to.
      boolean whole = listing.next().isEmpty() && listing.links().isEmpty() && asked.size() == 1;
      Validators version = whole ? answer.validators() : Validators.NONE;
      crawl.pageDone(page, OutcomeKind.OK, version);
    } catch (BoardFormatException e) {
      unreadable(url, e);
    }
  }

  private void take(String asked, String page, BoardListing listing, Fetched answer)
      throws IOException {
    if (declared.isEmpty()) {
      declared = listing.declaredTotal();
    }
    links.addAll(listing.links());
    for (JobPosting posting : Boilerplate.mark(listing.postings())) {
      if (ids.add(posting.id().text())) {
        posting(asked, page, posting, answer);
      }
    }
  }

  private void posting(String asked, String page, JobPosting posting, Fetched answer)
      throws IOException {
    fetched++;
    String name = Objects.requireNonNullElse(posting.terms().url(), asked);
    ScrapeOutcome outcome = crawl.scraper().ofBoard(name, source, posting, answer);
    if (outcome instanceof ScrapeOutcome.Read read) {
      crawl.posting(read, page, board);
    } else {
      crawl.state().touch(crawl.current(), posting.id().text(), crawl.now());
      crawl.tell(outcome);
    }
  }

  private void link(URI url) throws IOException {
    String page = CanonicalUrl.of(url);
    if (crawl.state().isPageDone(crawl.current(), page)) {
      fetched++;
      crawl.skip();
      return;
    }
    FetchOutcome outcome =
        crawl.scraper().fetcher().fetch(FetchRequest.data(url).ifNewerThan(crawl.known(page)));
    if (outcome instanceof FetchOutcome.Unchanged) {
      fetched += crawl.state().unchanged(crawl.current(), page, crawl.now());
      crawl.tell(new ScrapeOutcome.Unchanged(url.toString()));
    } else if (outcome instanceof Fetched answer) {
      detail(url, page, answer);
    } else if (outcome.kind() == OutcomeKind.EXPIRED) {
      // Gone between the listing and now: nothing is missing.
      fetched++;
      crawl.tell(ScrapeOutcome.Refused.of((FetchOutcome.Refused) outcome));
    } else {
      refuse(outcome);
    }
  }

  private void detail(URI url, String page, Fetched answer) throws IOException {
    try {
      take(url.toString(), page, source.read(answer.page()), answer);
      crawl.pageDone(page, OutcomeKind.OK, answer.validators());
    } catch (BoardFormatException e) {
      unreadable(url, e);
    }
  }

  private void refuse(FetchOutcome outcome) {
    complete = false;
    if (outcome instanceof FetchOutcome.Refused refused) {
      crawl.tell(ScrapeOutcome.Refused.of(refused));
    }
  }

  private void unreadable(URI url, BoardFormatException e) {
    complete = false;
    String what = Objects.toString(e.getMessage(), "The board's data cannot be read");
    crawl.tell(new ScrapeOutcome.Refused(url.toString(), OutcomeKind.HTTP_ERROR, what));
  }

  private void expire() throws IOException {
    for (String url : crawl.state().expireUnseen(crawl.current(), board, crawl.now())) {
      String what = "It is no longer on the board " + board + ", which was read completely.";
      crawl.tell(ScrapeOutcome.Refused.of(url, OutcomeKind.EXPIRED, what));
    }
  }
}

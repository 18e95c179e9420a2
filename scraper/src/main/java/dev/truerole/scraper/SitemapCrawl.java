package dev.truerole.scraper;

import dev.truerole.scraper.crawl.CanonicalUrl;
import dev.truerole.scraper.page.FetchOutcome;
import dev.truerole.scraper.page.FetchOutcome.Fetched;
import dev.truerole.scraper.page.FetchRequest;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.page.Sitemap;
import dev.truerole.scraper.page.Validators;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the postings that a sitemap leads to: those of its addresses that name a posting, on hosts
 * of the sitemap's owner. A posting that two complete readings in a row no longer lead to is gone.
 */
final class SitemapCrawl {

  /** How sites name what holds their postings, and then one of them. */
  private static final Pattern POSTING =
      Pattern.compile(
          "(?i).*/(?:jobs?|positions?|careers?|openings?|stellen\\w*|vacanc\\w+|offres?|ofertas?)"
              + "/(?:[^/]+/)*[^/]+/?");

  private static final int MAX_SITEMAPS = 50;
  private static final int MAX_POSTINGS = 10_000;

  /** Sitemaps are written now and then; one that lacks a posting may be old or half done. */
  private static final int ENOUGH_MISSES = 2;

  private final Crawl crawl;
  private final URI url;
  private final Lane lane;
  private final JobScraper scraper;
  private final String board;

  private final Deque<URI> sitemaps = new ArrayDeque<>();
  private final Set<URI> asked = new LinkedHashSet<>();
  private final Set<URI> links = new LinkedHashSet<>();
  private boolean cut;

  private int declared;
  private int fetched;
  private boolean complete = true;

  SitemapCrawl(Crawl crawl, URI url, Lane lane) {
    this.crawl = crawl;
    this.url = url;
    this.lane = lane;
    this.scraper = crawl.scraper(lane);
    this.board = "sitemap:" + CanonicalUrl.of(url);
  }

  /** Reads the sitemap and its postings. For the worker. */
  void run() throws IOException, InterruptedException {
    enqueue(url);
    while (!sitemaps.isEmpty()) {
      sitemap(sitemaps.remove());
    }
    int found = links.size();
    boolean all = !cut;
    for (URI link : links) {
      posting(link);
    }
    lane.then(() -> finish(found, all));
  }

  /** What was read, once all steps are committed. */
  BoardReport report() {
    return new BoardReport(board, url.toString(), OptionalInt.of(declared), fetched, complete);
  }

  private void enqueue(URI sitemap) {
    if (asked.size() >= MAX_SITEMAPS) {
      cut = true;
    } else if (asked.add(sitemap)) {
      sitemaps.add(sitemap);
    }
  }

  private void sitemap(URI address) throws InterruptedException {
    FetchOutcome outcome = scraper.fetcher().fetch(FetchRequest.sitemap(address));
    if (outcome instanceof FetchOutcome.Refused refused) {
      lane.then(() -> refuse(ScrapeOutcome.Refused.of(refused)));
    } else if (outcome instanceof Fetched answer) {
      Optional<Sitemap> read = Sitemap.read(answer.page());
      if (read.isPresent()) {
        read.get().further().stream().filter(this::isOurs).forEach(this::enqueue);
        read.get().pages().stream().filter(this::isPosting).forEach(this::add);
      } else {
        String what = "The answer is no sitemap.";
        lane.then(
            () ->
                refuse(ScrapeOutcome.Refused.of(address.toString(), OutcomeKind.HTTP_ERROR, what)));
      }
    }
  }

  private boolean isOurs(URI address) {
    return crawl.owner(address).equals(crawl.owner(url));
  }

  private boolean isPosting(URI address) {
    return isOurs(address) && POSTING.matcher(String.valueOf(address.getRawPath())).matches();
  }

  private void add(URI posting) {
    cut |= links.size() >= MAX_POSTINGS;
    if (!cut) {
      links.add(posting);
    }
  }

  private void posting(URI link) throws IOException, InterruptedException {
    String page = CanonicalUrl.of(link);
    if (!crawl.take(page) || crawl.state().isPageDone(crawl.current(), page)) {
      lane.then(() -> skip(page));
      return;
    }
    JobScraper.Reading reading = scraper.read(link, crawl.known(page));
    ScrapeOutcome outcome = reading.outcome();
    Validators validators = reading.validators();
    lane.then(() -> commit(page, outcome, validators));
  }

  private void commit(String page, ScrapeOutcome outcome, Validators validators)
      throws IOException {
    switch (outcome.kind()) {
      case OK, UNCHANGED, EXPIRED, NOT_A_JOB, LISTING_PAGE, TOO_SHORT -> fetched++;
      default -> complete = false;
    }
    crawl.commit(page, outcome, validators, board);
  }

  private void skip(String page) throws IOException {
    boolean done = crawl.state().isPageDone(crawl.current(), page);
    fetched += done ? 1 : 0;
    complete &= done;
    crawl.skip();
  }

  private void refuse(ScrapeOutcome.Refused refused) {
    complete = false;
    crawl.tell(refused);
  }

  private void finish(int found, boolean all) throws IOException {
    declared = found;
    complete &= all && found > 0;
    if (complete) {
      List<String> gone = crawl.state().expireUnseen(crawl.current(), board, ENOUGH_MISSES);
      for (String posting : gone) {
        String what = "Two readings in a row of " + url + " do not lead to it.";
        crawl.tell(ScrapeOutcome.Refused.of(posting, OutcomeKind.EXPIRED, what));
      }
    }
  }
}

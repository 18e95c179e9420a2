package dev.truerole.scraper;

import dev.truerole.scraper.board.BoardFormatException;
import dev.truerole.scraper.board.BoardListing;
import dev.truerole.scraper.board.BoardParsers;
import dev.truerole.scraper.board.BoardSource;
import dev.truerole.scraper.board.BoardSources;
import dev.truerole.scraper.board.ParsedPage;
import dev.truerole.scraper.crawl.CanonicalUrl;
import dev.truerole.scraper.page.FetchOutcome;
import dev.truerole.scraper.page.FetchOutcome.Fetched;
import dev.truerole.scraper.page.FetchRequest;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.page.PageFetcher;
import dev.truerole.scraper.page.SavedPages;
import dev.truerole.scraper.page.Validators;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads postings from where they may be read: by the data a board offers if there is any, else from
 * the page. Whatever is no posting ends as an outcome that says so; nothing is guessed and nothing
 * throws.
 *
 * @see Crawl
 */
public final class JobScraper {

  private final PageFetcher fetcher;
  private final Clock clock;

  /**
   * @param fetcher gets the pages
   * @param clock tells whether a posting is over
   */
  public JobScraper(PageFetcher fetcher, Clock clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /**
   * One address and what it brought.
   *
   * @param page the page it came from, if it was read
   * @param board the board that the page shows, if it was one for people
   */
  record Reading(ScrapeOutcome outcome, @Nullable Fetched page, Optional<BoardSource> board) {

    Reading(ScrapeOutcome outcome, @Nullable Fetched page) {
      this(outcome, page, Optional.empty());
    }

    Validators validators() {
      return page == null ? Validators.NONE : page.validators();
    }
  }

  /** Reads the posting at an address. */
  public ScrapeOutcome scrape(URI url) {
    return read(url, Validators.NONE).outcome();
  }

  /**
   * Reads a page somebody saved.
   *
   * @param page its source names the file, or the address it was saved from
   */
  public ScrapeOutcome read(Page page) {
    ParsedPage parsed = ParsedPage.of(page);
    JobPosting posting = BoardParsers.parse(parsed, PostingId.of(page.source()));
    return judged(parsed, null, null, posting, clock.instant(), List.of());
  }

  /**
   * A board, or why there is none.
   *
   * @param source the board, if the address or its page names one
   * @param refusal what became of the page, if it was looked at in vain
   */
  public record Detection(Optional<BoardSource> source, Optional<ScrapeOutcome.Refused> refusal) {}

  /** Tells whose board an address belongs to; looks at the page if the address alone does not. */
  public Detection detect(URI url) {
    Optional<BoardSource> source = BoardSources.recognize(url);
    if (source.isPresent()) {
      return new Detection(source, Optional.empty());
    }
    FetchOutcome outcome = fetcher.fetch(FetchRequest.page(url));
    if (outcome instanceof Fetched fetched) {
      return new Detection(BoardSources.recognize(fetched.page()), Optional.empty());
    }
    Optional<ScrapeOutcome.Refused> refusal =
        outcome instanceof FetchOutcome.Refused refused
            ? Optional.of(ScrapeOutcome.Refused.of(refused))
            : Optional.empty();
    return new Detection(Optional.empty(), refusal);
  }

  Reading read(URI url, Validators known) {
    Optional<BoardSource> source = BoardSources.recognize(url);
    Optional<URI> data = source.flatMap(board -> board.posting(url));
    if (source.isPresent() && data.isPresent()) {
      return data(url, source.get(), data.get(), known);
    }
    return page(url, known, List.of());
  }

  /** Reads one posting of a board by the data behind it. */
  private Reading data(URI url, BoardSource source, URI data, Validators known) {
    FetchOutcome outcome = fetcher.fetch(FetchRequest.data(data).ifNewerThan(known));
    if (!(outcome instanceof Fetched fetched)) {
      return new Reading(noPage(url, outcome), null);
    }
    try {
      Optional<JobPosting> posting = pick(source, url, source.read(fetched.page()));
      return new Reading(
          posting
              .map(found -> ofBoard(url.toString(), source, found, fetched))
              .orElseGet(() -> notOnBoard(url, source)),
          fetched);
    } catch (BoardFormatException e) {
      String warning = Objects.toString(e.getMessage(), "the board's data cannot be read");
      return page(url, Validators.NONE, List.of(warning));
    }
  }

  private static Optional<JobPosting> pick(BoardSource source, URI url, BoardListing listing) {
    Optional<PostingId> id = source.id(url);
    if (id.isPresent()) {
      return listing.posting(id.get());
    }
    return listing.postings().size() == 1
        ? Optional.of(listing.postings().get(0))
        : Optional.empty();
  }

  private static ScrapeOutcome notOnBoard(URI url, BoardSource source) {
    String what = "The " + source.name() + " board of " + source.tenant() + " has no such posting.";
    return ScrapeOutcome.Refused.of(url.toString(), OutcomeKind.EXPIRED, what);
  }

  /** A posting of a board's data, judged. */
  ScrapeOutcome ofBoard(String asked, BoardSource source, JobPosting posting, Fetched from) {
    String url = Objects.requireNonNullElse(posting.terms().url(), from.finalUrl().toString());
    Provenance provenance =
        new Provenance(
            url,
            source.name() + ":" + source.tenant(),
            source.name() + "-api",
            from.fetchedAt(),
            from.notes());
    return PageState.judge(posting, today())
        .map(finding -> refused(asked, finding))
        .orElseGet(() -> new ScrapeOutcome.Read(asked, posting, provenance, null));
  }

  private Reading page(URI url, Validators known, List<String> warnings) {
    FetchOutcome outcome = fetcher.fetch(FetchRequest.page(url).ifNewerThan(known));
    if (!(outcome instanceof Fetched fetched)) {
      return new Reading(noPage(url, outcome), null);
    }
    ParsedPage parsed = ParsedPage.of(fetched.page());
    Optional<BoardSource> embedded = BoardSources.recognize(parsed);
    Optional<URI> data = embedded.flatMap(board -> board.posting(url));
    if (embedded.isPresent()
        && data.isPresent()
        && !data.get().equals(url)
        && warnings.isEmpty()
        && !parsed.isStructured()) {
      return data(url, embedded.get(), data.get(), Validators.NONE);
    }
    List<String> all = new ArrayList<>(warnings);
    all.addAll(fetched.notes());
    return new Reading(
        judged(parsed, url, fetched.finalUrl(), fetched.fetchedAt(), all), fetched, embedded);
  }

  private ScrapeOutcome judged(
      ParsedPage page, URI asked, URI came, Instant fetchedAt, List<String> warnings) {
    JobPosting posting = BoardParsers.parse(page, PostingId.of(CanonicalUrl.of(came)));
    return judged(page, asked, came, posting, fetchedAt, warnings);
  }

  /**
   * Reads a page that somebody saved as if it came from its address just now; nothing is asked of
   * any host.
   *
   * @param address where it is from; null if only the page may say so
   */
  Reading saved(Path file, @Nullable URI address) {
    URI name = file.toUri();
    FetchOutcome outcome = new SavedPages(Map.of(name, file), clock).fetch(FetchRequest.page(name));
    if (!(outcome instanceof Fetched fetched)) {
      return new Reading(noPage(name, outcome), null);
    }
    URI url =
        address == null ? ParsedPage.of(fetched.page()).statedAddress().orElse(name) : address;
    Page page = new Page(url.toString(), fetched.page().html());
    ScrapeOutcome judged =
        judged(ParsedPage.of(page), url, url, fetched.fetchedAt(), fetched.notes());
    return new Reading(judged, null);
  }

  private ScrapeOutcome judged(
      ParsedPage page,
      @Nullable URI asked,
      @Nullable URI came,
      JobPosting posting,
      Instant fetchedAt,
      List<String> warnings) {
    String name = asked == null ? page.page().source() : asked.toString();
    String host = came == null || came.getHost() == null ? "file" : came.getHost();
    String extractor = page.isStructured() ? "schema.org" : "main-content";
    Provenance provenance =
        new Provenance(posting.id().text(), host, extractor, fetchedAt, warnings);
    return PageState.judge(asked, came, page, posting, today())
        .map(finding -> refused(name, finding))
        .orElseGet(() -> new ScrapeOutcome.Read(name, posting, provenance, null));
  }

  private static ScrapeOutcome refused(String asked, PageState.Finding finding) {
    return ScrapeOutcome.Refused.of(asked, finding.kind(), finding.what());
  }

  private static ScrapeOutcome noPage(URI asked, FetchOutcome outcome) {
    return outcome instanceof FetchOutcome.Refused refused
        ? new ScrapeOutcome.Refused(asked.toString(), refused.kind(), refused.message().strip())
        : new ScrapeOutcome.Unchanged(asked.toString());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  PageFetcher fetcher() {
    return fetcher;
  }

  Clock clock() {
    return clock;
  }
}

package dev.truerole.scraper;

import dev.truerole.scraper.crawl.CrawlState;
import dev.truerole.scraper.crawl.KeptAnswer;
import dev.truerole.scraper.page.FetchOutcome;
import dev.truerole.scraper.page.FetchRequest;
import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.page.PageFetcher;
import dev.truerole.scraper.page.Validators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/**
 * Gets pages for one input of a crawl. What comes long before it can be committed is kept in the
 * state, and not asked for again after a kill.
 */
final class KeptPages implements PageFetcher {

  private final PageFetcher fetcher;
  private final CrawlState state;
  private final Lane lane;

  KeptPages(PageFetcher fetcher, CrawlState state, Lane lane) {
    this.fetcher = fetcher;
    this.state = state;
    this.lane = lane;
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    try {
      Optional<KeptAnswer> kept = state.kept(lane.number(), request.url().toString());
      return kept.isPresent() ? fetched(request, kept.get()) : ask(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FetchOutcome ask(FetchRequest request) throws IOException {
    FetchOutcome outcome = fetcher.fetch(request);
    if (outcome instanceof FetchOutcome.Fetched answer && lane.isBehind()) {
      state.keep(lane.number(), kept(answer));
    }
    return outcome;
  }

  private static KeptAnswer kept(FetchOutcome.Fetched answer) {
    Validators validators = answer.validators();
    return new KeptAnswer(
        answer.url().toString(),
        answer.finalUrl().toString(),
        answer.page().html(),
        new CrawlState.PageVersion(validators.etag(), validators.lastModified()),
        answer.fetchedAt(),
        answer.notes());
  }

  private static FetchOutcome fetched(FetchRequest request, KeptAnswer kept) {
    return new FetchOutcome.Fetched(
        request.url(),
        URI.create(kept.came()),
        new Page(kept.came(), kept.text()),
        new Validators(kept.version().etag(), kept.version().lastModified()),
        kept.at(),
        kept.notes());
  }
}

package dev.truerole.app.cli;

import dev.truerole.scraper.JobScraper;
import dev.truerole.scraper.ScrapeOutcome;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.posting.PostingId;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Addresses among the inputs: each gives the posting there, or the reason for none. */
final class WebInput {

  private final FetchMixin fetch;
  private @Nullable JobScraper scraper;

  WebInput(FetchMixin fetch) {
    this.fetch = fetch;
  }

  static boolean isAddress(String input) {
    return input.regionMatches(true, 0, "http://", 0, 7)
        || input.regionMatches(true, 0, "https://", 0, 8);
  }

  /** The row of an address, got when it is asked for; empty for anything else. */
  Optional<Supplier<PostingRow>> find(String input) {
    if (!isAddress(input)) {
      return Optional.empty();
    }
    URI url = FetchMixin.url(input);
    return Optional.of(() -> row(scraper().scrape(url)));
  }

  private JobScraper scraper() {
    JobScraper known = scraper;
    if (known == null) {
      known = new JobScraper(fetch.fetcher(), Clock.systemUTC());
      scraper = known;
    }
    return known;
  }

  private static PostingRow row(ScrapeOutcome outcome) {
    if (outcome instanceof ScrapeOutcome.Read read) {
      return new PostingRow.Posting(read.posting(), Map.of());
    }
    String message =
        outcome instanceof ScrapeOutcome.Refused refused ? refused.message() : "Nothing came.";
    return new PostingRow.Failed(
        PostingId.of(outcome.asked()), outcome.kind().name().toLowerCase(Locale.ROOT), message);
  }
}

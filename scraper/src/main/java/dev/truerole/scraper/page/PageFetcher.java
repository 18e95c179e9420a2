package dev.truerole.scraper.page;

import java.net.URI;

/** Gets pages. Implementations are thread-safe and never throw on what the outside world does. */
public interface PageFetcher {

  /** Gets a page, or says why not. */
  FetchOutcome fetch(FetchRequest request);

  /** Who runs the host of an address; requests to one owner's hosts wait for each other. */
  default String owner(URI url) {
    return String.valueOf(url.getHost());
  }
}

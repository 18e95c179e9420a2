package dev.truerole.scraper.page;

/** Gets pages. Implementations are thread-safe and never throw on what the outside world does. */
public interface PageFetcher {

  /** Gets a page, or says why not. */
  FetchOutcome fetch(FetchRequest request);
}

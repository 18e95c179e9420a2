package dev.truerole.scraper;

import java.io.IOException;

/** Takes what a crawl brings, in its order. */
public interface CrawlSink {

  /**
   * Takes a posting.
   *
   * @return how long the output is now, everything written; a later run cuts it off there
   * @throws IOException if it cannot be written, which ends the crawl
   */
  long write(ScrapeOutcome.Read posting) throws IOException;

  /** Hears of every outcome, those of postings included, after it is committed. */
  void done(ScrapeOutcome outcome);
}

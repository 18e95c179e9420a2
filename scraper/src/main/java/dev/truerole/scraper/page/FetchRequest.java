package dev.truerole.scraper.page;

import java.net.URI;

/**
 * A page to get.
 *
 * @param url an absolute http or https address
 * @param wanted what kind of answer the caller can read
 * @param known the version the caller has already
 */
public record FetchRequest(URI url, Wanted wanted, Validators known) {

  /** What is asked of the server. */
  public enum Wanted {
    /** A page for people. */
    PAGE("text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8"),
    /** An answer for programs: a feed or an API. Robots headers are about pages and not heeded. */
    DATA("application/json,application/xml;q=0.9,application/rss+xml;q=0.9,text/xml;q=0.8"),
    /** A list of addresses for programs, which may be a gzipped file. */
    SITEMAP("application/xml,text/xml;q=0.9,application/gzip;q=0.8");

    private final String accept;

    Wanted(String accept) {
      this.accept = accept;
    }

    String accept() {
      return accept;
    }
  }

  /** A page for people that was never read. */
  public static FetchRequest page(URI url) {
    return new FetchRequest(url, Wanted.PAGE, Validators.NONE);
  }

  /** A feed or an answer of an API that was never read. */
  public static FetchRequest data(URI url) {
    return new FetchRequest(url, Wanted.DATA, Validators.NONE);
  }

  /** A sitemap. */
  public static FetchRequest sitemap(URI url) {
    return new FetchRequest(url, Wanted.SITEMAP, Validators.NONE);
  }

  /** The same request for somebody who has a version already. */
  public FetchRequest ifNewerThan(Validators version) {
    return new FetchRequest(url, wanted, version);
  }
}

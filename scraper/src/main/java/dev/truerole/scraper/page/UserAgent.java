package dev.truerole.scraper.page;

import org.jspecify.annotations.Nullable;

/** Who we say we are: ourselves. */
final class UserAgent {

  /** What robots.txt may call us, in lower case as the parser wants it. */
  static final String TOKEN = "truerole";

  /** The header of every request. */
  static final String HEADER =
      "TrueRole/" + version() + " (reads job postings; obeys robots.txt rules for truerole)";

  private UserAgent() {}

  private static String version() {
    @Nullable String version = UserAgent.class.getPackage().getImplementationVersion();
    return version == null ? "0.1" : version;
  }
}

package dev.truerole.scraper.page;

import org.jspecify.annotations.Nullable;

/** Who we say we are: ourselves. */
final class UserAgent {

  /** What robots.txt may call us, in lower case as the parser wants it. */
  static final String TOKEN = "truerole";

  private UserAgent() {}

  /**
   * The header of every request.
   *
   * @param contact whom to ask about us; null if nobody is named
   */
  static String header(@Nullable String contact) {
    String whom = contact == null ? "" : "+" + contact + "; ";
    return "TrueRole/"
        + version()
        + " ("
        + whom
        + "reads job postings; obeys robots.txt rules for truerole)";
  }

  private static String version() {
    @Nullable String version = UserAgent.class.getPackage().getImplementationVersion();
    return version == null ? "0.1" : version;
  }
}

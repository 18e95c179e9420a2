package dev.truerole.scraper.page;

/**
 * What can become of a page. Only {@link #OK} stands for a page that was read; every other kind
 * says why there is nothing, and never stands for "no such job" unless it is {@link #EXPIRED}.
 */
public enum OutcomeKind {
  /** It was read. */
  OK(""),
  /** It is the same as when it was last read. */
  UNCHANGED(""),
  /** The posting is no longer there, or says that it is closed. */
  EXPIRED("Nothing to do: the posting is closed."),
  /** A page for telling people from programs came instead. */
  BOT_WALL(
      "This site keeps programs out, and TrueRole does not get around that. Open the page yourself"
          + " and paste its text, or save the page and read the file."),
  /** The page is only for those who are logged in. */
  LOGIN_WALL("Log in with your browser and paste the text, or save the page and read the file."),
  /** The site asks for fewer requests. */
  RATE_LIMITED("Try again later; a run with --state goes on where it stopped."),
  /** robots.txt, a robots header or a robots meta element forbids it. */
  ROBOTS_DISALLOWED(
      "This site forbids automated reading. Paste the text, or save the page and read the file."),
  /** The site reserves text and data mining. */
  TDM_RESERVED(
      "This site reserves the right to text and data mining. Ask its owner, or paste the text for"
          + " your own reading."),
  /** A page, but not of a job. */
  NOT_A_JOB("Give the address of one posting."),
  /** A page of many jobs. */
  LISTING_PAGE("Give the address of one posting, or of a supported job board."),
  /** There is too little text to be a posting. */
  TOO_SHORT("Open the page: if it shows more, paste the text, or save the page and read the file."),
  /** The page is empty until a browser runs its scripts. */
  JS_REQUIRED(
      "Open the page in a browser, save it when it is complete, and read the file; or paste the"
          + " text."),
  /** The server answered with an error, or with something broken. */
  HTTP_ERROR("Check the address in a browser; if it works there, try again later."),
  /** The server took too long. */
  TIMEOUT("Try again later."),
  /** The address is not of the public internet. */
  SSRF_BLOCKED(
      "Only public addresses are read; on your own machine --allow-private-hosts lifts that."),
  /** More than the limit. */
  TOO_LARGE("Save the part you need and read the file."),
  /** Not text: a PDF, an image and the like. */
  UNSUPPORTED_TYPE("Save its text to a file and read that."),
  /** The site's terms forbid programs, whatever its robots.txt says. */
  REFUSED_HOST("Paste the text, or save the page with your browser and read the file.");

  private final String advice;

  OutcomeKind(String advice) {
    this.advice = advice;
  }

  /** What a person can do about it; empty where there is nothing to do. */
  public String advice() {
    return advice;
  }

  /** Whether another attempt later may well end differently. */
  public boolean isTransient() {
    return this == RATE_LIMITED || this == TIMEOUT || this == HTTP_ERROR;
  }
}

package dev.truerole.scraper.file;

/** Guesses what separates the fields of a table. */
final class Delimiters {

  private static final String CANDIDATES = ",;\t|";

  private Delimiters() {}

  /** The candidate that a header has most often outside of quotes; a comma if it has none. */
  static char guess(String header) {
    char best = CANDIDATES.charAt(0);
    for (int i = 1; i < CANDIDATES.length(); i++) {
      char candidate = CANDIDATES.charAt(i);
      best = count(header, candidate) > count(header, best) ? candidate : best;
    }
    return best;
  }

  private static int count(String header, char delimiter) {
    boolean quoted = false;
    int count = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      quoted ^= c == '"';
      count += !quoted && c == delimiter ? 1 : 0;
    }
    return count;
  }
}

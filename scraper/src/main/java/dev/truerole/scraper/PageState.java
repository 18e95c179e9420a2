package dev.truerole.scraper;

import dev.truerole.scraper.board.ParsedPage;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.StatedDate;
import java.net.URI;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells a posting from what sites show in its place. The order matters: a login page is short, a
 * closed posting may be long, and a list of jobs has all the words of one.
 */
final class PageState {

  /** Why a page is no posting. */
  record Finding(OutcomeKind kind, String what) {}

  /** Postings below this say nothing; the shortest real ones have some 400 characters. */
  static final int MIN_CHARS = 300;

  private static final Pattern LOGIN_PATH =
      Pattern.compile("(?i).*/(?:login|log-in|signin|sign-in|authwall|sso)(?:[/.?].*)?");
  private static final List<String> CLOSED =
      List.of(
          "no longer accepting applications",
          "no longer available",
          "no longer open",
          "no longer active",
          "no longer exists",
          "job has expired",
          "posting has expired",
          "position has been filled",
          "job has been filled",
          "role has been filled",
          "vacancy has been filled",
          "position is closed",
          "position has been closed",
          "job is closed",
          "applications are closed",
          "stelle ist nicht mehr",
          "stelle ist bereits besetzt",
          "stelle wurde bereits besetzt",
          "stellenangebot ist nicht mehr",
          "anzeige ist nicht mehr",
          "offre n'est plus disponible",
          "offre n'est plus en ligne",
          "poste a ete pourvu",
          "oferta ya no esta disponible",
          "vacante ya no esta disponible",
          "offerta non e piu disponibile",
          "vacature is niet meer beschikbaar",
          "vacature is gesloten");

  /** Before a sentence of the list above, these say that it is not so yet. */
  private static final Pattern CONDITION =
      Pattern.compile(
          ".*\\b(?:until|once|when|if|after|unless|bis|sobald|wenn|falls|si|lorsque)\\b");

  private static final int CONDITION_CHARS = 60;

  /** A text that repeats a sentence more often says nothing new. */
  private static final int MAX_MENTIONS = 100;

  private static final Pattern LISTING =
      Pattern.compile(
          "(?m)^[^\\n]{0,40}?\\b\\d[\\d.,]{0,9}\\+? (?:open |current |matching )?"
              + "(?:jobs|positions|openings|roles|vacancies|results|stellenangebote|stellen|treffer"
              + "|offres|ofertas)\\b[^\\n]{0,40}$");

  private static final int MANY_LINKS = 8;

  private static final List<String> JOB_WORDS =
      List.of(
          "responsibilit",
          "requirement",
          "qualification",
          "experience",
          "you will",
          "you'll",
          "we are looking for",
          "we're looking for",
          "about the role",
          "your profile",
          "your tasks",
          "apply",
          "benefits",
          "salary",
          "full-time",
          "part-time",
          "aufgaben",
          "anforderung",
          "dein profil",
          "ihr profil",
          "wir suchen",
          "wir bieten",
          "bewerb",
          "vollzeit",
          "missions",
          "profil recherche",
          "postuler",
          "requisitos",
          "responsabilidades",
          "ofrecemos",
          "requisiti",
          "mansioni",
          "functie-eisen",
          "wij vragen");

  private static final int MIN_JOB_WORDS = 3;

  /** The letters of European languages, most of them a plain one with a mark. */
  private static final char FIRST_ACCENTED = '\u00C0';

  private static final char LAST_ACCENTED = '\u024F';
  private static final char[] PLAIN = plain();

  private PageState() {}

  /**
   * Judges a page that was read.
   *
   * @param asked the address asked for; null for a saved page
   * @param came the address it came from; null for a saved page
   * @param posting what the parsers made of it
   */
  static Optional<Finding> judge(
      @Nullable URI asked,
      @Nullable URI came,
      ParsedPage page,
      JobPosting posting,
      LocalDate today) {
    String text = posting.body().text();
    String seen = fold(page.seen());
    if (isLogin(asked, came, page, text)) {
      return found(OutcomeKind.LOGIN_WALL, "A login page came instead of the posting.");
    }
    Optional<String> banner = closed(seen);
    if (banner.isPresent()) {
      return found(OutcomeKind.EXPIRED, "The page says '" + banner.get() + "'.");
    }
    if (asked != null && came != null && ledAway(asked, came)) {
      return found(OutcomeKind.EXPIRED, "The address leads to " + came + " now.");
    }
    return page.isStructured() && text.length() >= MIN_CHARS
        ? ended(posting, today)
        : unstructured(page, text, seen);
  }

  /** Judges a posting that a board gave as data. */
  static Optional<Finding> judge(JobPosting posting, LocalDate today) {
    return posting.body().text().length() < MIN_CHARS
        ? tooShort(posting.body().text())
        : ended(posting, today);
  }

  private static Optional<Finding> ended(JobPosting posting, LocalDate today) {
    StatedDate end = posting.terms().validThrough();
    return end != null && end.day().isBefore(today)
        ? found(OutcomeKind.EXPIRED, "It was open until " + end.stated() + ".")
        : Optional.empty();
  }

  private static Optional<Finding> unstructured(ParsedPage page, String text, String seen) {
    Optional<Finding> list = listing(page, text, seen);
    if (list.isPresent()) {
      return list;
    }
    if (text.length() < MIN_CHARS) {
      boolean script = page.isEmptyRoot() || page.asksForScripts();
      return script
          ? found(OutcomeKind.JS_REQUIRED, "The page is empty until a browser runs its scripts.")
          : tooShort(text);
    }
    String folded = fold(text);
    long words = JOB_WORDS.stream().filter(folded::contains).limit(MIN_JOB_WORDS).count();
    return words < MIN_JOB_WORDS
        ? found(OutcomeKind.NOT_A_JOB, "The page does not read like a job posting.")
        : Optional.empty();
  }

  private static Optional<Finding> listing(ParsedPage page, String text, String seen) {
    boolean list =
        page.jobLinks(MANY_LINKS) >= MANY_LINKS
            && (text.length() < 2 * MIN_CHARS || LISTING.matcher(seen).find());
    return list ? found(OutcomeKind.LISTING_PAGE, "The page is a list of jobs.") : Optional.empty();
  }

  private static Optional<Finding> tooShort(String text) {
    return found(
        OutcomeKind.TOO_SHORT,
        "There are only " + text.length() + " characters of text, too few for a posting.");
  }

  private static boolean isLogin(
      @Nullable URI asked, @Nullable URI came, ParsedPage page, String text) {
    boolean sent =
        asked != null
            && came != null
            && LOGIN_PATH.matcher(came.toString()).matches()
            && !LOGIN_PATH.matcher(asked.toString()).matches();
    return sent || (text.length() < 2 * MIN_CHARS && page.asksForPassword());
  }

  /** What says that the posting is closed, unless it says when it will be. */
  private static Optional<String> closed(String seen) {
    for (String banner : CLOSED) {
      int looked = 0;
      for (int at = seen.indexOf(banner);
          at >= 0 && looked < MAX_MENTIONS;
          at = seen.indexOf(banner, at + 1)) {
        looked++;
        String before = seen.substring(Math.max(0, at - CONDITION_CHARS), at);
        String sentence =
            before.substring(
                1
                    + Math.max(
                        before.lastIndexOf('\n'),
                        Math.max(before.lastIndexOf(". "), before.lastIndexOf("! "))));
        if (!CONDITION.matcher(sentence).lookingAt()) {
          return Optional.of(banner);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a redirect led to the front page or to a page above the one asked for. */
  private static boolean ledAway(URI asked, URI came) {
    String from = path(asked);
    String to = path(came);
    boolean above = from.startsWith(to + "/") && from.substring(to.length()).matches(".*\\d{3,}.*");
    return !from.equals(to) && (to.isEmpty() || above);
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** In lower case, without accents and with plain quotes. */
  private static String fold(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (c < FIRST_ACCENTED) {
        plain.append(c);
      } else if (c <= LAST_ACCENTED) {
        plain.append(PLAIN[c - FIRST_ACCENTED]);
      } else if (c == '\u2019' || c == '\u2018') {
        plain.append('\'');
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static char[] plain() {
    char[] plain = new char[LAST_ACCENTED - FIRST_ACCENTED + 1];
    for (int i = 0; i < plain.length; i++) {
      String letter = String.valueOf((char) (FIRST_ACCENTED + i));
      plain[i] = Normalizer.normalize(letter, Normalizer.Form.NFD).charAt(0);
    }
    return plain;
  }

  private static Optional<Finding> found(OutcomeKind kind, String what) {
    return Optional.of(new Finding(kind, what));
  }
}

package dev.truerole.scraper;

import dev.truerole.scraper.board.HtmlBlocks;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.StatedDate;
import java.net.URI;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
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

  private static final Pattern STRUCTURED =
      Pattern.compile(
          "(?i)schema\\.org/JobPosting\\b|\"@type\"\\s*:\\s*\\[?\\s*\"(?:https?://schema\\.org/)?"
              + "JobPosting\"|typeof=[\"'][^\"'>]{0,80}JobPosting");

  private static final Pattern LOGIN_PATH =
      Pattern.compile("(?i).*/(?:login|log-in|signin|sign-in|authwall|sso)(?:[/.?].*)?");
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)<input\\s[^>]{0,300}type\\s*=\\s*[\"']?password");

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

  private static final Pattern LISTING =
      Pattern.compile(
          "(?m)^[^\\n]{0,40}?\\b\\d[\\d.,]*\\+? (?:open |current |matching )?"
              + "(?:jobs|positions|openings|roles|vacancies|results|stellenangebote|stellen|treffer"
              + "|offres|ofertas)\\b[^\\n]{0,40}$");

  private static final Pattern JOB_LINK =
      Pattern.compile(
          "(?i)<a\\s[^>]{0,300}href\\s*=\\s*[\"'][^\"'>]*/(?:jobs?|positions?|careers?|stellen\\w*|vacanc\\w+|o|j)/[^\"'>]+");

  private static final int MANY_LINKS = 8;

  private static final Pattern EMPTY_ROOT =
      Pattern.compile(
          "(?is)<(?:div|main|app-root)[^>]*\\bid\\s*=\\s*[\"']?(?:root|app|__next|__nuxt|main-app)"
              + "[\"']?[^>]*>\\s*</|<app-root[^>]*>\\s*</app-root>");
  private static final Pattern NEEDS_SCRIPT =
      Pattern.compile(
          "(?i)(?:enable|requires?|needs?|activate|turn on) javascript|javascript (?:is|to be) (?:disabled|required|enabled)");

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

  private PageState() {}

  static boolean isStructured(String html) {
    return STRUCTURED.matcher(html).find();
  }

  /**
   * Judges a page that was read.
   *
   * @param asked the address asked for; null for a saved page
   * @param came the address it came from; null for a saved page
   * @param posting what the parsers made of it
   */
  static Optional<Finding> judge(
      @Nullable URI asked, @Nullable URI came, String html, JobPosting posting, LocalDate today) {
    boolean structured = isStructured(html);
    String text = posting.body().text();
    String seen = fold(HtmlBlocks.read(html).text());
    if (isLogin(asked, came, html, text)) {
      return found(OutcomeKind.LOGIN_WALL, "A login page came instead of the posting.");
    }
    Optional<String> banner = closed(seen);
    if (banner.isPresent()) {
      return found(OutcomeKind.EXPIRED, "The page says '" + banner.get() + "'.");
    }
    if (asked != null && came != null && ledAway(asked, came)) {
      return found(OutcomeKind.EXPIRED, "The address leads to " + came + " now.");
    }
    return structured && text.length() >= MIN_CHARS
        ? ended(posting, today)
        : unstructured(html, text, seen);
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

  private static Optional<Finding> unstructured(String html, String text, String seen) {
    Optional<Finding> list = listing(html, text, seen);
    if (list.isPresent()) {
      return list;
    }
    if (text.length() < MIN_CHARS) {
      boolean script = EMPTY_ROOT.matcher(html).find() || NEEDS_SCRIPT.matcher(html).find();
      return script
          ? found(OutcomeKind.JS_REQUIRED, "The page is empty until a browser runs its scripts.")
          : tooShort(text);
    }
    String folded = fold(text);
    long words = JOB_WORDS.stream().filter(folded::contains).count();
    return words < MIN_JOB_WORDS
        ? found(OutcomeKind.NOT_A_JOB, "The page does not read like a job posting.")
        : Optional.empty();
  }

  private static Optional<Finding> listing(String html, String text, String seen) {
    Matcher links = JOB_LINK.matcher(html);
    long jobs = links.results().map(link -> link.group()).distinct().limit(MANY_LINKS).count();
    boolean counted = LISTING.matcher(seen).find();
    boolean many = jobs >= MANY_LINKS;
    return many && (counted || text.length() < 2 * MIN_CHARS)
        ? found(OutcomeKind.LISTING_PAGE, "The page is a list of jobs.")
        : Optional.empty();
  }

  private static Optional<Finding> tooShort(String text) {
    return found(
        OutcomeKind.TOO_SHORT,
        "There are only " + text.length() + " characters of text, too few for a posting.");
  }

  private static boolean isLogin(
      @Nullable URI asked, @Nullable URI came, String html, String text) {
    boolean sent =
        asked != null
            && came != null
            && LOGIN_PATH.matcher(came.toString()).matches()
            && !LOGIN_PATH.matcher(asked.toString()).matches();
    return sent || (text.length() < 2 * MIN_CHARS && PASSWORD.matcher(html).find());
  }

  /** What says that the posting is closed, unless it says when it will be. */
  private static Optional<String> closed(String seen) {
    for (String banner : CLOSED) {
      for (int at = seen.indexOf(banner); at >= 0; at = seen.indexOf(banner, at + 1)) {
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

  private static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return plain.replace('\u2019', '\'').replace('\u2018', '\'').toLowerCase(Locale.ROOT);
  }

  private static Optional<Finding> found(OutcomeKind kind, String what) {
    return Optional.of(new Finding(kind, what));
  }
}

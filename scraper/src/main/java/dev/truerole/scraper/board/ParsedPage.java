package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A page that is parsed once for all who ask about it, and only as far as they ask. Nobody changes
 * it, but it is for one thread.
 */
public final class ParsedPage {

  private static final Pattern STRUCTURED =
      Pattern.compile(
          "schema\\.org/jobposting\\b|\"@type\"\\s{0,20}:\\s{0,20}\\[?\\s{0,20}"
              + "\"(?:https?://schema\\.org/)?jobposting\"|typeof=[\"'][^\"'>]{0,80}jobposting");

  private static final Evaluator PASSWORD = Selector.evaluatorOf("input[type=password]");

  /** What scripts fill. */
  private static final Evaluator ROOT =
      Selector.evaluatorOf("#root, #app, #__next, #__nuxt, #main-app, app-root");

  private static final Pattern NEEDS_SCRIPT =
      Pattern.compile(
          "(?:enable|requires?|needs?|activate|turn on) javascript"
              + "|javascript (?:is|to be) (?:disabled|required|enabled)");

  private static final Evaluator CANONICAL = Selector.evaluatorOf("link[rel=canonical][href]");
  private static final Pattern SAVED_FROM =
      Pattern.compile("<!-- saved from url=\\(\\d{4}\\)(\\S{1,2000}) -->");
  private static final int START_CHARS = 4_000;

  private static final Evaluator LINK = Selector.evaluatorOf("a[href]");
  private static final Pattern JOB_LINK =
      Pattern.compile("(?i)/(?:jobs?|positions?|careers?|stellen\\w*|vacanc\\w+|o|j)/.");

  private final Page page;
  private @Nullable String folded;
  private @Nullable Document document;
  private @Nullable Document unescaped;
  private @Nullable HiddenParts hidden;
  private @Nullable String seen;
  private @Nullable Boolean structured;

  private ParsedPage(Page page) {
    this.page = page;
  }

  /** A page that is not parsed yet. */
  public static ParsedPage of(Page page) {
    return new ParsedPage(page);
  }

  /** The page itself. */
  public Page page() {
    return page;
  }

  String source() {
    return page.source();
  }

  /** Whether the page's HTML has these words anywhere; they are in lower case. */
  boolean mentions(String words) {
    return folded().contains(words);
  }

  private String folded() {
    String known = folded;
    if (known == null) {
      known = page.html().toLowerCase(Locale.ROOT);
      folded = known;
    }
    return known;
  }

  Document document() {
    Document known = document;
    if (known == null) {
      known = HtmlTree.parse(page.html());
      document = known;
    }
    return known;
  }

  /** The document of a page whose HTML may have been escaped as a whole. */
  Document unescaped() {
    Document known = unescaped;
    if (known == null) {
      String clear = Escapes.unescapeTags(page.html());
      known = clear.equals(page.html()) ? document() : HtmlTree.parse(clear);
      unescaped = known;
    }
    return known;
  }

  /** What is not seen of {@link #document()}. */
  HiddenParts hidden() {
    HiddenParts known = hidden;
    if (known == null) {
      known = HiddenParts.of(document().body());
      hidden = known;
    }
    return known;
  }

  /** The lines that a reader sees of all of the page, menus and the like apart. */
  public String seen() {
    String known = seen;
    if (known == null) {
      known = lines().stream().map(Line::text).collect(Collectors.joining("\n"));
      seen = known;
    }
    return known;
  }

  private List<Line> lines() {
    if (unescaped().equals(document()) && Escapes.hasBlockTags(page.html())) {
      return LineWalker.lines(document().body(), hidden());
    }
    Element body = HtmlBlocks.body(page.html());
    return LineWalker.lines(body, HiddenParts.of(body));
  }

  /**
   * The address that a saved page says it is from: its canonical link, else the one that browsers
   * write when they save.
   */
  public Optional<URI> statedAddress() {
    Element link = document().selectFirst(CANONICAL);
    return Optional.ofNullable(link)
        .map(element -> element.attr("href"))
        .or(this::savedFrom)
        .filter(address -> WebAddress.of(address).isPresent())
        .flatMap(WebAddress::uri);
  }

  private Optional<String> savedFrom() {
    String start = page.html().substring(0, Math.min(page.html().length(), START_CHARS));
    Matcher comment = SAVED_FROM.matcher(start);
    return comment.find() ? Optional.of(comment.group(1)) : Optional.empty();
  }

  /** Whether the page carries a schema.org posting, read or not. */
  public boolean isStructured() {
    Boolean known = structured;
    if (known == null) {
      known = mentions("jobposting") && STRUCTURED.matcher(folded()).find();
      structured = known;
    }
    return known;
  }

  /** Whether it asks for a password. */
  public boolean asksForPassword() {
    return mentions("password") && document().selectFirst(PASSWORD) != null;
  }

  /** Whether scripts have yet to fill it. */
  public boolean isEmptyRoot() {
    return document().select(ROOT).stream()
        .anyMatch(root -> root.childrenSize() == 0 && !root.hasText());
  }

  /** Whether it says that it needs scripts. */
  public boolean asksForScripts() {
    return mentions("javascript") && NEEDS_SCRIPT.matcher(folded()).find();
  }

  /**
   * How many different links lead to what may be postings.
   *
   * @param max where to stop counting
   */
  public long jobLinks(int max) {
    List<Element> links = document().select(LINK);
    return links.stream()
        .map(link -> link.attr("href"))
        .filter(address -> JOB_LINK.matcher(address).find())
        .distinct()
        .limit(max)
        .count();
  }
}

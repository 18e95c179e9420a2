package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Reads the <a href="https://schema.org/JobPosting">schema.org JobPosting</a> a page carries as
 * JSON-LD. Where its text is missing, cut short or has lost its lines, the page's own text is read.
 */
final class JsonLdParser implements BoardParser {

  /** A description this much shorter than the page's text is only a teaser. */
  private static final double TEASER_SHARE = 0.4;

  /** Shorter page text than this is no better than any description. */
  private static final int MIN_PAGE_CHARS = 300;

  /** Shorter descriptions need not be part of the page's text to be replaced by it. */
  private static final int MIN_TEXT_CHARS = 150;

  /** A page with this many times the blocks shows what a flattened description lost. */
  private static final int FLATTENED_FACTOR = 4;

  private static final int MAX_FLAT_BLOCKS = 3;
  private static final int FINGERPRINT_CHARS = 40;

  @Override
  public Optional<JobPosting> parse(Page page, PostingId id) {
    if (!page.html().toLowerCase(Locale.ROOT).contains("ld+json")) {
      return Optional.empty();
    }
    Document document = Jsoup.parse(page.html());
    List<JsonLdNode> postings = JsonLdNode.postings(JsonLdScripts.read(document));
    return choose(postings, document).map(posting -> read(posting, document, id));
  }

  /** The only posting, or the one the page is named after; a list of jobs has none. */
  private static Optional<JsonLdNode> choose(List<JsonLdNode> postings, Document document) {
    long titles = postings.stream().map(JsonLdParser::title).distinct().count();
    if (titles <= 1) {
      return postings.stream().findFirst();
    }
    String name = PageTitle.find(document, null);
    return postings.stream().filter(one -> title(one).equalsIgnoreCase(name)).findFirst();
  }

  private static JobPosting read(JsonLdNode posting, Document document, PostingId id) {
    String company = orNull(posting.get("hiringOrganization").line());
    String title = orNull(title(posting));
    title = title == null ? PageTitle.find(document, company) : title;
    String location = JsonLdPlaces.read(posting, company);
    String date = orNull(posting.get("datePosted").line());
    List<TextBlock> shown = PageTitle.without(title, MainContent.blocks(document));
    List<TextBlock> blocks = better(JsonLdText.read(posting), shown);
    return new JobPosting(id, title, company, location, date, BlockText.compose(blocks));
  }

  private static String title(JsonLdNode posting) {
    return Stream.of("title", "name")
        .map(key -> posting.get(key).line())
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static List<TextBlock> better(List<TextBlock> stated, List<TextBlock> shown) {
    String statedLetters = JsonLdText.letters(stated);
    String shownLetters = JsonLdText.letters(shown);
    boolean sameText =
        statedLetters.length() < MIN_TEXT_CHARS || shownLetters.contains(start(statedLetters));
    boolean teaser =
        shownLetters.length() >= MIN_PAGE_CHARS
            && statedLetters.length() < TEASER_SHARE * shownLetters.length();
    boolean flattened =
        stated.size() <= MAX_FLAT_BLOCKS && shown.size() >= FLATTENED_FACTOR * stated.size();
    return stated.isEmpty() || (sameText && (teaser || flattened)) ? shown : stated;
  }

  private static String start(String letters) {
    return letters.substring(0, Math.min(letters.length(), FINGERPRINT_CHARS));
  }
}

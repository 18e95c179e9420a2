package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Optional;

/**
 * Reads schema.org postings, however the page carries them. Where their text is missing, cut short
 * or has lost its lines, the page's own text is read.
 */
final class SchemaPosting {

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

  private SchemaPosting() {}

  /** The posting a page is about, if it is about one. */
  static Optional<JobPosting> read(List<LooseJson> postings, ParsedPage page, PostingId id) {
    return choose(postings, page).map(posting -> read(posting, page, id));
  }

  /** The only posting, or the one of the page's address or name; a list of jobs has none. */
  private static Optional<LooseJson> choose(List<LooseJson> postings, ParsedPage page) {
    long titles = postings.stream().map(SchemaPosting::title).distinct().count();
    if (titles <= 1) {
      return postings.stream().findFirst();
    }
    Optional<LooseJson> here =
        postings.stream().filter(one -> isAt(page.source(), one.get("url").text())).findFirst();
    String name = PageTitle.find(page.document(), null);
    return here.or(
        () -> postings.stream().filter(one -> title(one).equalsIgnoreCase(name)).findFirst());
  }

  private static boolean isAt(String source, String url) {
    Optional<WebAddress> address = WebAddress.of(url);
    return address.isPresent() && address.equals(WebAddress.of(source));
  }

  private static JobPosting read(LooseJson posting, ParsedPage page, PostingId id) {
    Draft draft = SchemaTerms.read(posting, new Draft(id));
    String company = Places.orNull(posting.get("hiringOrganization").line());
    String title = Places.orNull(title(posting));
    title = title == null ? PageTitle.find(page.document(), company) : title;
    List<TextBlock> shown =
        PageTitle.without(title, MainContent.blocks(page.document(), page.hidden()));
    return draft
        .title(title == null ? "" : title)
        .blocks(better(JsonLdText.read(posting), shown), null)
        .posting();
  }

  private static String title(LooseJson posting) {
    return posting.first("title", "name").line();
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

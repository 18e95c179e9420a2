package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingBody;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Optional;

/**
 * All parsers, the most reliable first: schema.org data, then the state and the tags a page carries
 * for programs, then any HTML.
 */
public final class BoardParsers {

  private static final List<BoardParser> ALL =
      List.of(
          new JsonLdParser(),
          new MicrodataParser(),
          new EmbeddedStateParser(),
          new MetaTagsParser(),
          new HtmlPageParser());

  private BoardParsers() {}

  /** The parsers in the order they are tried. */
  static List<BoardParser> all() {
    return ALL;
  }

  /**
   * Reads a page with the first parser that knows its kind.
   *
   * @return the posting; its text is empty if the page holds none
   */
  public static JobPosting parse(Page page, PostingId id) {
    return parse(ParsedPage.of(page), id);
  }

  /** As {@link #parse(Page, PostingId)}, for a page of which more is asked. */
  public static JobPosting parse(ParsedPage page, PostingId id) {
    return ALL.stream()
        .map(parser -> parser.parse(page, id))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> empty(id));
  }

  private static JobPosting empty(PostingId id) {
    PostingBody nothing = PostingBody.composed("", List.of());
    return new JobPosting(id, null, null, null, null, nothing);
  }
}

package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.Optional;

/** Reads one kind of page. Implementations are stateless, thread-safe and never throw on a page. */
public interface BoardParser {

  /**
   * Reads the page if it is of this parser's kind.
   *
   * @param id what the posting shall be called
   * @return the posting, its body {@linkplain dev.truerole.scraper.posting.PostingBody#composed()
   *     composed}; empty if another parser has to try
   */
  Optional<JobPosting> parse(ParsedPage page, PostingId id);
}

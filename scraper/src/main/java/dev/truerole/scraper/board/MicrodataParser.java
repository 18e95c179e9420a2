package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Optional;

/** Reads the schema.org JobPosting a page carries in its elements, as microdata or as RDFa. */
final class MicrodataParser implements BoardParser {

  @Override
  public Optional<JobPosting> parse(ParsedPage page, PostingId id) {
    if (!page.mentions("jobposting")) {
      return Optional.empty();
    }
    List<LooseJson> postings = Microdata.postings(page.document());
    return SchemaPosting.read(postings, page, id);
  }
}

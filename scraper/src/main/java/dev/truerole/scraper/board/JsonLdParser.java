package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Optional;

/**
 * Reads the <a href="https://schema.org/JobPosting">schema.org JobPosting</a> a page carries as
 * JSON-LD.
 */
final class JsonLdParser implements BoardParser {

  @Override
  public Optional<JobPosting> parse(ParsedPage page, PostingId id) {
    if (!page.mentions("json")) {
      return Optional.empty();
    }
    List<LooseJson> postings = LooseJson.postings(JsonLdScripts.read(page.document()));
    return SchemaPosting.read(postings, page, id);
  }
}

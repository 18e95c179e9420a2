package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Reads the <a href="https://schema.org/JobPosting">schema.org JobPosting</a> a page carries as
 * JSON-LD.
 */
final class JsonLdParser implements BoardParser {

  private static final Pattern MARK = Pattern.compile("(?i)ld(?:\\+|&#43;|&plus;)json");

  @Override
  public Optional<JobPosting> parse(Page page, PostingId id) {
    if (!MARK.matcher(page.html()).find()) {
      return Optional.empty();
    }
    Document document = Jsoup.parse(page.html());
    List<LooseJson> postings = LooseJson.postings(JsonLdScripts.read(document));
    return SchemaPosting.read(postings, document, page.source(), id);
  }
}

package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads the schema.org JobPosting a page carries in its elements, as microdata or as RDFa. */
final class MicrodataParser implements BoardParser {

  private static final Pattern MARK =
      Pattern.compile("(?i)(?:itemtype|typeof)\\s*=[^>]*JobPosting");

  @Override
  public Optional<JobPosting> parse(Page page, PostingId id) {
    if (!MARK.matcher(page.html()).find()) {
      return Optional.empty();
    }
    Document document = Jsoup.parse(page.html());
    List<LooseJson> postings = Microdata.postings(document);
    return SchemaPosting.read(postings, document, page.source(), id);
  }
}

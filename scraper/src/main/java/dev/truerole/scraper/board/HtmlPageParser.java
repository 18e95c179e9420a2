package dev.truerole.scraper.board;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads any page: its title and the part that looks like a posting. */
final class HtmlPageParser implements BoardParser {

  @Override
  public Optional<JobPosting> parse(Page page, PostingId id) {
    Document document = Jsoup.parse(Escapes.unescapeTags(page.html()));
    String title = PageTitle.find(document, null);
    List<TextBlock> blocks = PageTitle.without(title, MainContent.blocks(document));
    return Optional.of(new JobPosting(id, title, null, null, null, BlockText.compose(blocks)));
  }
}

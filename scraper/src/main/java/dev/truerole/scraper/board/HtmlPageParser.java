package dev.truerole.scraper.board;

import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/** Reads any page: its title and the part that looks like a posting. */
final class HtmlPageParser implements BoardParser {

  @Override
  public Optional<JobPosting> parse(ParsedPage page, PostingId id) {
    Document document = page.unescaped();
    HiddenParts hidden =
        document.equals(page.document()) ? page.hidden() : HiddenParts.of(document.body());
    String title = PageTitle.find(document, null);
    List<TextBlock> blocks = PageTitle.without(title, MainContent.blocks(document, hidden));
    return Optional.of(new JobPosting(id, title, null, null, null, BlockText.compose(blocks)));
  }
}

package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import org.junit.jupiter.api.Test;

class MetaTagsParserTest implements BoardParserContract {

  @Override
  public BoardParser parser() {
    return new MetaTagsParser();
  }

  @Override
  public String page() {
    return "<meta name='job-title' content='Baker'><meta name='job-city' content='Ghent'><meta"
        + " name='job-country' content='Belgium'><meta name='job-posteddate'"
        + " content='2026-02-03'><meta name='job-description'"
        + " content='&lt;p&gt;Bake.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Rye&lt;/li&gt;&lt;/ul&gt;'>";
  }

  @Test
  void readsTheTags() {
    JobPosting posting =
        parser().parse(ParsedPage.of(new Page("here", page())), PostingId.of("x")).orElseThrow();
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.location()).isEqualTo("Ghent, Belgium");
    assertThat(posting.date()).isEqualTo("2026-02-03");
    assertThat(posting.body().text()).isEqualTo("Bake.\n- Rye");
  }

  @Test
  void pageWithoutTagsIsLeftToOthers() {
    Page page = new Page("here", "<meta name='title' content='Baker'>");
    assertThat(parser().parse(ParsedPage.of(page), PostingId.of("x"))).isEmpty();
  }
}

package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import org.junit.jupiter.api.Test;

class HtmlPageParserTest implements BoardParserContract {

  @Override
  public BoardParser parser() {
    return new HtmlPageParser();
  }

  @Override
  public String page() {
    return "<html><head><title>Baker | Crumb</title></head><body><main><h1>Baker</h1>"
        + "<p>You bake before the town wakes up.</p><h2>You have</h2>"
        + "<ul><li>Strong arms</li><li>An alarm clock</li></ul></main></body></html>";
  }

  @Test
  void titleIsNotPartOfTheText() {
    JobPosting posting = read(page());
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.body().text())
        .isEqualTo(
            "You bake before the town wakes up.\n\nYou have\n\n- Strong arms\n- An alarm clock");
  }

  @Test
  void titleComesFromMetadataIfThereIsNoHeading() {
    String meta = "<meta property=og:title content='Cook &amp; Host'><title>Jobs</title>";
    assertThat(read(meta + "<p>You cook.</p>").title()).isEqualTo("Cook & Host");
  }

  @Test
  void siteNameIsNoTitle() {
    String html =
        "<meta property=og:site_name content=Crumb><title>Baker – Crumb</title><h1>Crumb</h1>";
    assertThat(read(html + "<p>You bake.</p>").title()).isEqualTo("Baker");
  }

  @Test
  void pageWithoutTextHasAnEmptyBody() {
    JobPosting posting = read("<html><body><div id=root></div><script>go()</script></body></html>");
    assertThat(posting.title()).isNull();
    assertThat(posting.body().text()).isEmpty();
  }

  @Test
  void severalPartsAreReadTogether() {
    String part =
        "<section><h2>%s</h2><p>%s</p><ul><li>one thing</li><li>another</li></ul></section>";
    String words = "These are enough words for a part of a posting to count as one. ".repeat(4);
    String html =
        "<div id=page><div><a href=1>Home</a></div><div>"
            + String.format(part, "Tasks", words)
            + String.format(part, "Requirements", words)
            + "</div></div>";
    assertThat(read(html).body().text()).contains("Tasks", "Requirements").doesNotContain("Home");
  }

  private JobPosting read(String html) {
    return parser().parse(ParsedPage.of(new Page("here", html)), PostingId.of("x")).orElseThrow();
  }
}

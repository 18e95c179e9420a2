package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import dev.truerole.scraper.posting.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MicrodataParserTest implements BoardParserContract {

  private static final String TEXT = "<p>Bake bread.</p><ul><li>Rye</li></ul>";

  @Override
  public BoardParser parser() {
    return new MicrodataParser();
  }

  @Override
  public String page() {
    return "<div itemscope itemtype='https://schema.org/JobPosting'><h1 itemprop='title'>Baker</h1>"
        + "<div itemprop='description'>"
        + TEXT
        + "</div></div>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div itemscope itemtype='http://schema.org/JobPosting/'>%s</div>",
        "<div itemscope itemtype='https://schema.org/Thing'></div>"
            + "<div itemscope itemtype='https://schema.org/JobPosting'>%s</div>",
      })
  void typesAreWrittenInManyWays(String page) {
    String fields = "<b itemprop='title'>Baker</b><div itemprop='description'>" + TEXT + "</div>";
    assertThat(read(page.replace("%s", fields)).title()).isEqualTo("Baker");
  }

  @Test
  void nestedItemsKeepTheirOwnProperties() {
    JobPosting posting =
        read(
            "<div itemscope itemtype='https://schema.org/JobPosting'><span"
                + " itemprop='hiringOrganization' itemscope"
                + " itemtype='https://schema.org/Organization'><span"
                + " itemprop='name'>Crumb</span><div itemprop='description'>Since"
                + " 1900.</div></span><span itemprop='title'>Baker</span><div"
                + " itemprop='description'>"
                + TEXT
                + "</div><div itemprop='jobLocation' itemscope"
                + " itemtype='https://schema.org/Place'><div itemprop='address' itemscope"
                + " itemtype='https://schema.org/PostalAddress'><span"
                + " itemprop='addressLocality'>Ghent</span><meta itemprop='addressCountry'"
                + " content='BE'></div></div><time itemprop='datePosted' datetime='2026-02-03'>last"
                + " week</time><span itemprop='employmentType'>FULL_TIME</span><span"
                + " itemprop='employmentType'>PART_TIME</span></div>");
    assertThat(posting.company()).isEqualTo("Crumb");
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.location()).isEqualTo("Ghent, BE");
    assertThat(posting.date()).isEqualTo("2026-02-03");
    assertThat(posting.terms().employment())
        .containsExactly(Terms.EmploymentType.FULL_TIME, Terms.EmploymentType.PART_TIME);
    assertThat(posting.body().text()).isEqualTo("Bake bread.\n- Rye");
  }

  @Test
  void rdfaSaysTheSame() {
    JobPosting posting =
        read(
            "<div vocab='https://schema.org/' typeof='schema:JobPosting'>"
                + "<h1 property='schema:title'>Baker</h1><div property='description'>"
                + TEXT
                + "</div><div property='hiringOrganization' typeof='Organization'>"
                + "<span property='name'>Crumb</span></div></div>");
    assertThat(posting.company()).isEqualTo("Crumb");
    assertThat(posting.body().text()).isEqualTo("Bake bread.\n- Rye");
  }

  @Test
  void otherItemsAreLeftToOthers() {
    String html = "<div itemscope itemtype='https://schema.org/Product'><h1 itemprop=name>Rye</h1>";
    assertThat(parser().parse(ParsedPage.of(new Page("here", html)), PostingId.of("x"))).isEmpty();
  }

  private JobPosting read(String html) {
    return parser().parse(ParsedPage.of(new Page("here", html)), PostingId.of("x")).orElseThrow();
  }
}

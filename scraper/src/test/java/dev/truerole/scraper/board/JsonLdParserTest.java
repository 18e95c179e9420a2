package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLdParserTest implements BoardParserContract {

  private static final String TEXT = "\"description\":\"<p>Bake bread.</p><ul><li>Rye</li></ul>\"";

  @Override
  public BoardParser parser() {
    return new JsonLdParser();
  }

  @Override
  public String page() {
    return page("{\"@type\":\"JobPosting\",\"title\":\"Baker\"," + TEXT + "}");
  }

  @Test
  void pageWithoutJsonLdIsLeftToOthers() {
    assertThat(parse("<h1>Baker</h1><p>Bake.</p>")).isEmpty();
    assertThat(parse(page("{\"@type\":\"Organization\",\"name\":\"Crumb\"}"))).isEmpty();
    assertThat(parse(page("not json"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@type\":\"JobPosting\",%s}",
        "{\"@type\":[\"Thing\",\"JobPosting\"],%s}",
        "{\"@type\":\"https://schema.org/JobPosting\",%s}",
        "{\"@type\":\"schema:JobPosting\",%s}",
        "[{\"@type\":\"WebSite\"},{\"@type\":\"JobPosting\",%s}]",
        "{\"@graph\":[{\"@graph\":[{\"@type\":\"JobPosting\",%s}]}]}",
        "{\"mainEntity\":{\"@type\":\"JobPosting\",%s}}",
        "<![CDATA[{\"@type\":\"JobPosting\",%s}]]>",
        "/*<![CDATA[*/{\"@type\":\"JobPosting\",%s}/*]]>*/",
        "<!-- {\"@type\":\"JobPosting\",%s} -->",
        "{\"@type\":\"JobPosting\",%s};",
        "{\"@type\":\"JobPosting\",%s,}",
        "{\"@type\":\"JobPosting\"\n  %s}",
      })
  void findsThePostingInAnyWrapping(String json) {
    JobPosting posting = parse(page(json.replace("%s", TEXT))).orElseThrow();
    assertThat(posting.body().text()).isEqualTo("Bake bread.\n- Rye");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"jobLocation\":5",
        "\"jobLocation\":[[],{},null,true]",
        "\"jobLocation\":{\"address\":{\"addressLocality\":[1,{}]}}",
        "\"hiringOrganization\":[]",
        "\"hiringOrganization\":{\"name\":{\"x\":1}}",
        "\"datePosted\":{}",
        "\"title\":{\"a\":[]}",
        "\"skills\":7",
        "\"qualifications\":[null,[],{}]",
        "\"applicantLocationRequirements\":4,\"jobLocationType\":[\"TELECOMMUTE\"]",
      })
  void malformedValuesDoNoHarm(String field) {
    String json = "{\"@type\":\"JobPosting\"," + TEXT + "," + field + "}";
    assertThat(parse(page(json)).orElseThrow().body().text()).startsWith("Bake bread.\n- Rye");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "\"jobLocation\":\"Ghent\"#Ghent",
        "\"jobLocation\":{\"name\":\"Dock 3\"}#Dock 3",
        "\"jobLocation\":{\"address\":{\"addressLocality\":\"Ghent\",\"addressCountry\":\"BE\"}}#Ghent,"
            + " BE",
        "\"jobLocation\":[\"Ghent\",\"Ghent\",\"Bruges\"]#Ghent; Bruges",
        "\"jobLocationType\":\"TELECOMMUTE\"#Remote",
      })
  void placesAreWrittenOnOneLine(String field, String expected) {
    String json = "{\"@type\":\"JobPosting\"," + TEXT + "," + field + "}";
    assertThat(parse(page(json)).orElseThrow().location()).isEqualTo(expected);
  }

  @Test
  void missingTitleIsThePagesWithoutTheCompany() {
    String json =
        "{\"@type\":\"JobPosting\",\"hiringOrganization\":{\"name\":\"Crumb\"}," + TEXT + "}";
    JobPosting posting = parse("<title>Baker | Crumb</title>" + page(json)).orElseThrow();
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.company()).isEqualTo("Crumb");
  }

  @Test
  void deepJsonIsPassedOver() {
    assertThat(parse(page("[".repeat(100_000)))).isEmpty();
    assertThat(parse(page("{\"a\":".repeat(50_000)))).isEmpty();
  }

  private static String page(String json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
  }

  private Optional<JobPosting> parse(String html) {
    return parser().parse(ParsedPage.of(new Page("here", html)), PostingId.of("x"));
  }
}

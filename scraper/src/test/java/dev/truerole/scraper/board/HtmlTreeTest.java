package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that no person wrote keep their words. */
class HtmlTreeTest {

  @Test
  void namesWithoutEndAreText() {
    String html = "<p>Bake</p>" + "<a".repeat(2_000) + ">bread <b>daily";
    assertThat(HtmlTree.parse(html).body().text()).startsWith("Bake").endsWith("bread daily");
  }

  @Test
  void longNamesBelowTheLimitAreTags() {
    String html = "<" + "a".repeat(900) + ">Bake</" + "a".repeat(900) + "> bread";
    assertThat(HtmlTree.parse(html).body().text()).isEqualTo("Bake bread");
  }

  @Test
  void depthLosesNoWords() {
    String html = "<div>word ".repeat(2_000);
    assertThat(HtmlTree.parse(html).body().text().split(" ")).hasSize(2_000);
  }

  @Test
  void aPageOfNothingButTagsKeepsItsWords() {
    String html =
        "<script>var no;</script><style>no</style><!-- no <p> -->"
            + "<i></i>".repeat(200_000)
            + "Bake &amp; <b>sell</b> bread";
    assertThat(HtmlTree.parse(html).body().text()).isEqualTo("Bake & sell bread");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <link rel=canonical href='https://jobs.example.com/1'> | https://jobs.example.com/1
          <!-- saved from url=(0026)https://jobs.example.com/2 --><p>x | https://jobs.example.com/2
          <link rel=canonical href='/jobs/1'> | file:///page.html
          <link rel=canonical href='javascript:alert(1)'> | file:///page.html
          <p>x | file:///page.html
          """)
  void aSavedPageSaysWhereItIsFrom(String html, URI expected) {
    ParsedPage page = ParsedPage.of(new Page("file:///page.html", html));
    assertThat(page.statedAddress().orElse(URI.create("file:///page.html"))).isEqualTo(expected);
  }
}

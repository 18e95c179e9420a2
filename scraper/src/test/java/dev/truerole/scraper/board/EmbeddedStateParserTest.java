package dev.truerole.scraper.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.posting.JobPosting;
import dev.truerole.scraper.posting.PostingId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedStateParserTest implements BoardParserContract {

  private static final String JOB =
      "{\"title\":\"Baker\",\"department\":\"Ovens\",\"location\":\"Ghent\",\"description\":\"<p>"
          + "Bake bread in the dark so that the street smells of it in the morning. ".repeat(3)
          + "</p><ul><li>Rye</li></ul>\"}";

  @Override
  public BoardParser parser() {
    return new EmbeddedStateParser();
  }

  @Override
  public String page() {
    return "<script id=__NEXT_DATA__ type='application/json'>{\"job\":" + JOB + "}</script>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>window.__INITIAL_STATE__ = {\"a\":[1,%s]};</script>",
        "<script>window.__appData={\"posting\":%s};(function(){})()</script>",
        "<script>var a=1;window.__PRELOADED_STATE__={\"x\":{\"y\":%s}}</script>",
        "<script type='application/json' data-x>[%s]</script>",
      })
  void findsTheJobInAnyState(String page) {
    JobPosting posting = parse(page.replace("%s", JOB)).orElseThrow();
    assertThat(posting.title()).isEqualTo("Baker");
    assertThat(posting.location()).isEqualTo("Ghent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script"
            + " type='application/json'>{\"title\":\"Title\",\"description\":\"Text\",\"jobId\":1}</script>",
        "<script type='application/json'>{\"broken\":</script>",
        "<script>window.__INITIAL_STATE__ = function() {};</script>",
        "<script>window.__A_B__ = {</script>",
      })
  void labelsAndCodeAreNoJobs(String page) {
    assertThat(parse(page)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"department\":\"Ovens\",\"location\":\"Ghent\","})
  void articlesAreNoJobs(String signs) {
    String article = JOB.replace(signs, "");
    assertThat(article).isNotEqualTo(JOB);
    assertThat(parse("<script type='application/json'>" + article + "</script>")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sailor"})
  void listsOfJobsAreRefused(String other) {
    String list = "[" + JOB + "," + JOB.replace("Baker", other) + "]";
    assertThat(parse("<script type='application/json'>" + list + "</script>")).isEmpty();
  }

  private Optional<JobPosting> parse(String html) {
    return parser().parse(ParsedPage.of(new Page("here", html)), PostingId.of("x"));
  }
}

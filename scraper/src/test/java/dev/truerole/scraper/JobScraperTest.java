package dev.truerole.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.FakeTime;
import dev.truerole.scraper.page.FetchSettings;
import dev.truerole.scraper.page.HttpPageFetcher;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.page.Page;
import dev.truerole.scraper.page.SavedPages;
import dev.truerole.scraper.page.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page in, a posting or the reason for none out. */
@Timeout(30)
class JobScraperTest {

  static final String PROSE =
      """
      <h2>Your responsibilities</h2><ul><li>You will build the pipelines that feed our forecasts.</li>
      <li>You will own the tables that other teams rely on every morning.</li></ul>
      <h2>Requirements</h2><ul><li>Three years of experience with Java or Scala in production.</li>
      <li>You have run Spark or Flink jobs and know why they fail at night.</li></ul>
      <p>We offer a salary that we name in the first call, and time to learn. Apply with a short
      letter and tell us of a table you were proud of.</p>
      """;

  private final FakeTime time = new FakeTime();
  @TempDir Path folder;

  @Test
  void aPostingIsReadWithWhereItCameFrom() {
    ScrapeOutcome outcome = read("<title>Data Engineer</title><h1>Data Engineer</h1>" + PROSE);
    assertThat(outcome).isInstanceOf(ScrapeOutcome.Read.class);
    ScrapeOutcome.Read read = (ScrapeOutcome.Read) outcome;
    assertThat(read.posting().title()).isEqualTo("Data Engineer");
    assertThat(read.provenance().extractor()).isEqualTo("main-content");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EXPIRED | <p>This job is no longer available.</p>{prose}
          EXPIRED | <p>Sorry, the position has been filled. Look at our other offers.</p>{prose}
          EXPIRED | <p>Diese Stelle ist nicht mehr verf\u00fcgbar.</p>{prose}
          EXPIRED | <p>Cette offre n\u2019est plus disponible.</p>{prose}
          EXPIRED | <p>Este poste a \u00e9t\u00e9 pourvu.</p>{prose}
          OK | <p>We take applications until the position has been filled.</p>{prose}
          OK | <p>Der Link gilt, bis die Anzeige ist nicht mehr online.</p>{prose}
          LOGIN_WALL | <form><input name=u><input type="password" name=p></form><p>Log in</p>
          JS_REQUIRED | <div id="root"></div><script src="/main.js"></script>
          JS_REQUIRED | <noscript>You need to enable JavaScript to run this app.</noscript>
          TOO_SHORT | <h1>Data Engineer</h1><p>Come and join us!</p>
          NOT_A_JOB | <h1>Bread</h1><p>{bread}</p>
          LISTING_PAGE | <h1>24 open positions</h1>{links}
          """)
  void whatStandsInPlaceOfAPostingIsTold(OutcomeKind kind, String html) {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      links
          .append("<p><a href='/jobs/")
          .append(i)
          .append("'>Engineer ")
          .append(i)
          .append("</a></p>");
    }
    String page =
        html.replace("{prose}", PROSE)
            .replace("{links}", links)
            .replace("{bread}", "Mix flour and water, let it rest and bake it hot. ".repeat(20));
    ScrapeOutcome outcome = read(page);
    assertThat(outcome.kind()).as(outcome.toString()).isEqualTo(kind);
  }

  @Test
  void everyRefusalSaysWhatHappenedAndWhatToDo() {
    ScrapeOutcome.Refused refused =
        (ScrapeOutcome.Refused) read("<div id=root></div><script>1</script>");
    assertThat(refused.message())
        .isEqualTo(
            "The page is empty until a browser runs its scripts. Open the page in a browser, save"
                + " it when it is complete, and read the file; or paste the text.");
  }

  @Test
  void aPostingThatIsOverIsExpired() {
    String json =
        "{\"@context\":\"https://schema.org\",\"@type\":\"JobPosting\",\"title\":\"Engineer\","
            + "\"validThrough\":\"2026-10-01\",\"description\":\""
            + PROSE.replace("\n", " ").replace("\"", "'")
            + "\"}";
    String page = "<script type='application/ld+json'>" + json + "</script>";
    assertThat(read(page).kind()).isEqualTo(OutcomeKind.EXPIRED);
    assertThat(read(page.replace("2026-10-01", "2026-12-01")).kind()).isEqualTo(OutcomeKind.OK);
  }

  @Test
  void aRedirectToTheFrontPageMeansThatThePostingIsGone() {
    TestServer.Route route =
        (request, out) -> {
          if (request.path().equals("/jobs/4711")) {
            TestServer.send(out, "302 Found", "Location: /jobs\r\n", new byte[0]);
          } else {
            TestServer.html(out, PROSE);
          }
        };
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      URI url = URI.create("https://jobs.example.com/jobs/4711");
      assertThat(scraper(server, "jobs.example.com").scrape(url).kind())
          .isEqualTo(OutcomeKind.EXPIRED);
    }
  }

  @Test
  void aPostingOfABoardIsReadByItsData() {
    try (TestServer server = TestServer.start(TestServer.open(Boards.greenhouse(3)))) {
      JobScraper scraper = scraper(server, "boards-api.greenhouse.io");
      ScrapeOutcome outcome = scraper.scrape(URI.create(Boards.GREENHOUSE + "/jobs/1002"));
      assertThat(outcome).isInstanceOf(ScrapeOutcome.Read.class);
      ScrapeOutcome.Read read = (ScrapeOutcome.Read) outcome;
      assertThat(read.posting().id().text()).isEqualTo("greenhouse:acme:1002");
      assertThat(read.provenance().extractor()).isEqualTo("greenhouse-api");
      assertThat(read.provenance().source()).isEqualTo("greenhouse:acme");
      assertThat(server.requests().get(0).headers().get("accept")).startsWith("application/json");
    }
  }

  @Test
  void aPostingMissingOnItsBoardIsExpired() {
    try (TestServer server = TestServer.start(TestServer.open(Boards.greenhouse(3)))) {
      JobScraper scraper = scraper(server, "boards-api.greenhouse.io");
      assertThat(scraper.scrape(URI.create(Boards.GREENHOUSE + "/jobs/9999")).kind())
          .isEqualTo(OutcomeKind.EXPIRED);
    }
  }

  @Test
  void savedPagesAreReadByTheirAddress() throws IOException {
    Path file = folder.resolve("posting.html");
    Files.writeString(file, "<h1>Engineer</h1>" + PROSE);
    URI url = URI.create("https://jobs.example.com/1");
    JobScraper scraper = new JobScraper(new SavedPages(Map.of(url, file), time), time);
    assertThat(scraper.scrape(url).kind()).isEqualTo(OutcomeKind.OK);
    assertThat(scraper.scrape(URI.create("https://jobs.example.com/2")).kind())
        .isEqualTo(OutcomeKind.EXPIRED);
  }

  private ScrapeOutcome read(String html) {
    JobScraper scraper = new JobScraper(new SavedPages(Map.of(), time), time);
    return scraper.read(new Page("page.html", "<html><body>" + html + "</body></html>"));
  }

  private JobScraper scraper(TestServer server, String host) {
    FetchSettings settings = FetchSettings.defaults().connecting(host, server.address());
    return new JobScraper(new HttpPageFetcher(settings, time, time, new Random(1)), time);
  }
}

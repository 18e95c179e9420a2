package dev.truerole.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.crawl.CrawlState;
import dev.truerole.scraper.page.FakeTime;
import dev.truerole.scraper.page.FetchSettings;
import dev.truerole.scraper.page.HttpPageFetcher;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.page.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What leads to pages other than a board: sitemaps, and files. */
@Timeout(60)
class SitemapCrawlTest {

  private static final String SITE = "https://www.example.com";
  private static final String SITEMAP = SITE + "/sitemap.xml";

  private final FakeTime time = new FakeTime();
  private final List<String> written = new ArrayList<>();
  private final List<ScrapeOutcome> outcomes = new ArrayList<>();
  private List<String> listed = List.of("/jobs/1", "/jobs/2", "/about", "/jobs");
  private String status = "200 OK";
  private CrawlState state;
  private TestServer server;
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    state = CrawlState.inMemory();
    server = TestServer.start(TestServer.open(this::answer));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    state.close();
  }

  private void answer(TestServer.Request request, java.io.OutputStream out) throws IOException {
    switch (request.path()) {
      case "/sitemap.xml" ->
          xml(
              out,
              "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>"
                  + SITE
                  + "/sitemap-jobs.xml.gz</loc></sitemap><sitemap><loc>"
                  + "https://www.example.org/sitemap.xml</loc></sitemap></sitemapindex>");
      case "/sitemap-jobs.xml.gz" ->
          TestServer.send(out, status, "Content-Type: application/x-gzip\r\n", gzip(urlset()));
      case "/sitemap-evil.xml" ->
          xml(out, "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><urlset>&e;</urlset>");
      default -> TestServer.html(out, "<h1>Engineer</h1>" + JobScraperTest.PROSE);
    }
  }

  private static void xml(java.io.OutputStream out, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    TestServer.send(out, "200 OK", "Content-Type: application/xml\r\n", body);
  }

  private String urlset() {
    return listed.stream()
        .map(path -> "<url><loc>" + SITE + path + "</loc></url>")
        .collect(
            Collectors.joining(
                "",
                "<urlset xmlns='https://www.sitemaps.org/schemas/sitemap/0.9'>"
                    + "<url><loc>https://www.example.org/jobs/9</loc></url>",
                "</urlset>"));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aSitemapLeadsToThePostingsOfItsSite() throws IOException {
    CrawlSummary summary = crawl(CrawlInput.of(URI.create(SITEMAP)));
    assertThat(written).containsExactly(SITE + "/jobs/1", SITE + "/jobs/2");
    assertThat(summary.failed()).isFalse();
    assertThat(summary.boards())
        .singleElement()
        .satisfies(board -> assertThat(board.fetched()).isEqualTo(2))
        .satisfies(board -> assertThat(board.declared()).hasValue(2));
  }

  @Test
  void aPostingIsGoneAfterTwoCompleteReadingsWithoutIt() throws IOException {
    crawl(CrawlInput.of(URI.create(SITEMAP)));
    listed = List.of("/jobs/1");
    assertThat(crawl(CrawlInput.of(URI.create(SITEMAP))).outcomes())
        .doesNotContainKey(OutcomeKind.EXPIRED);
    status = "403 Forbidden";
    assertThat(crawl(CrawlInput.of(URI.create(SITEMAP))).failed()).isTrue();
    status = "200 OK";
    outcomes.clear();
    crawl(CrawlInput.of(URI.create(SITEMAP)));
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.kind() == OutcomeKind.EXPIRED)
        .singleElement()
        .satisfies(gone -> assertThat(gone.asked()).isEqualTo(SITE + "/jobs/2"));
  }

  @Test
  void aPostingThatComesBackIsMissedAnew() throws IOException {
    crawl(CrawlInput.of(URI.create(SITEMAP)));
    for (List<String> now :
        List.of(List.of("/jobs/1"), List.of("/jobs/1", "/jobs/2"), List.of("/jobs/1"))) {
      listed = now;
      assertThat(crawl(CrawlInput.of(URI.create(SITEMAP))).outcomes())
          .doesNotContainKey(OutcomeKind.EXPIRED);
    }
  }

  @Test
  void aSitemapWithADocumentTypeIsRefused() throws IOException {
    CrawlSummary summary = crawl(CrawlInput.of(URI.create(SITE + "/sitemap-evil.xml")));
    assertThat(summary.failed()).isTrue();
    assertThat(outcomes.toString()).contains("no sitemap").doesNotContain("root:");
  }

  @Test
  void aSavedPageIsReadAsIfItCameFromItsAddress() throws IOException {
    Path file = folder.resolve("posting.html");
    String address = "https://www.linkedin.com/jobs/view/12";
    Files.writeString(
        file,
        "<link rel=canonical href='" + address + "'><h1>Engineer</h1>" + JobScraperTest.PROSE);
    Path other = folder.resolve("other.html");
    Files.writeString(other, "<h1>Engineer</h1>" + JobScraperTest.PROSE);
    Path wall = folder.resolve("wall.html");
    Files.writeString(wall, "<title>Just a moment...</title>");
    Path board = folder.resolve("board.html");
    Files.writeString(board, "<h1>Engineer</h1>" + JobScraperTest.PROSE);
    CrawlSummary summary =
        crawl(
            CrawlInput.saved(file),
            CrawlInput.saved(other),
            CrawlInput.saved(wall),
            new CrawlInput(URI.create("https://boards.greenhouse.io/acme/jobs/1"), board));
    assertThat(written)
        .containsExactly(
            address, other.toUri().toString(), "https://boards.greenhouse.io/acme/jobs/1");
    assertThat(summary.outcomes()).containsEntry(OutcomeKind.BOT_WALL, 1);
    assertThat(server.requests()).isEmpty();
  }

  private CrawlSummary crawl(CrawlInput... inputs) throws IOException {
    FetchSettings settings =
        FetchSettings.defaults().connecting("www.example.com", server.address());
    JobScraper scraper =
        new JobScraper(new HttpPageFetcher(settings, time, time, new Random(1)), time);
    CrawlState.Run run = state.begin(List.of("x"), "out", time.instant());
    CrawlSink sink =
        new CrawlSink() {
          @Override
          public long write(ScrapeOutcome.Read posting) {
            written.add(posting.asked());
            return written.size();
          }

          @Override
          public void done(ScrapeOutcome outcome) {
            outcomes.add(outcome);
          }
        };
    return new Crawl(scraper, state, run, sink, false).run(List.of(inputs));
  }
}

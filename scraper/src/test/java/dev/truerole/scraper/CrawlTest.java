package dev.truerole.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.scraper.crawl.CrawlState;
import dev.truerole.scraper.crawl.Sighting;
import dev.truerole.scraper.page.FakeTime;
import dev.truerole.scraper.page.FetchSettings;
import dev.truerole.scraper.page.HttpPageFetcher;
import dev.truerole.scraper.page.OutcomeKind;
import dev.truerole.scraper.page.TestServer;
import dev.truerole.scraper.page.TestServer.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole boards, once and again, interrupted and not. */
@Timeout(60)
class CrawlTest {

  /** Keeps what it is given; can break off like a process that dies. */
  private static final class Kept implements CrawlSink {

    private final List<String> ids = new ArrayList<>();
    private final List<ScrapeOutcome> outcomes = new ArrayList<>();
    private int left = Integer.MAX_VALUE;

    @Override
    public long write(ScrapeOutcome.Read posting) throws IOException {
      if (left-- == 0) {
        throw new IOException("the disk is full");
      }
      ids.add(posting.posting().id().text());
      return ids.size();
    }

    @Override
    public void done(ScrapeOutcome outcome) {
      outcomes.add(outcome);
    }

    List<OutcomeKind> kinds() {
      return outcomes.stream().map(ScrapeOutcome::kind).distinct().toList();
    }
  }

  private final FakeTime time = new FakeTime();
  private CrawlState state;
  private Route route = Boards.greenhouse(3);
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    state = CrawlState.inMemory();
    server = TestServer.start(TestServer.open((request, out) -> route.answer(request, out)));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    state.close();
  }

  @Test
  void aWholeBoardIsReadFromOneAnswer() throws IOException {
    Kept kept = new Kept();
    CrawlSummary summary = crawl(kept, false, Boards.GREENHOUSE);
    assertThat(kept.ids)
        .containsExactly("greenhouse:acme:1001", "greenhouse:acme:1002", "greenhouse:acme:1003");
    assertThat(summary.failed()).isFalse();
    assertThat(summary.changes()).containsEntry(Sighting.Change.NEW, 3);
    BoardReport report = summary.boards().get(0);
    assertThat(report.declared()).isEqualTo(OptionalInt.of(3));
    assertThat(report.fetched()).isEqualTo(3);
    assertThat(report.complete()).isTrue();
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aSecondRunKnowsWhatIsNewChangedAndGone() throws IOException {
    crawl(new Kept(), false, Boards.GREENHOUSE);
    time.pass(Duration.ofDays(1));
    route = Boards.greenhouse(List.of(1002, 1003, 1004));
    Kept kept = new Kept();
    CrawlSummary summary = crawl(kept, true, Boards.GREENHOUSE);
    assertThat(kept.ids).containsExactly("greenhouse:acme:1004");
    assertThat(summary.changes())
        .containsEntry(Sighting.Change.NEW, 1)
        .containsEntry(Sighting.Change.SAME, 2);
    assertThat(summary.outcomes()).containsEntry(OutcomeKind.EXPIRED, 1);
    assertThat(summary.failed()).isFalse();
    assertThat(kept.outcomes)
        .anySatisfy(
            outcome -> assertThat(outcome.asked()).isEqualTo(Boards.GREENHOUSE + "/jobs/1001"));
  }

  @Test
  void anUnchangedListingIsNotReadAgain() throws IOException {
    Route listing = Boards.greenhouse(3);
    route = versioned(listing);
    crawl(new Kept(), false, Boards.GREENHOUSE);
    Kept kept = new Kept();
    CrawlSummary summary = crawl(kept, true, Boards.GREENHOUSE);
    assertThat(kept.kinds()).containsExactly(OutcomeKind.UNCHANGED);
    assertThat(summary.boards().get(0).complete()).isTrue();
    assertThat(summary.boards().get(0).fetched()).isEqualTo(3);
  }

  private static Route versioned(Route inner) {
    return (request, out) -> {
      if ("\"v1\"".equals(request.headers().get("if-none-match"))) {
        TestServer.send(out, "304 Not Modified", "ETag: \"v1\"\r\n", new byte[0]);
        return;
      }
      java.io.ByteArrayOutputStream answer = new java.io.ByteArrayOutputStream();
      inner.answer(request, answer);
      String text = answer.toString(StandardCharsets.ISO_8859_1);
      out.write(
          text.replaceFirst("\r\n", "\r\nETag: \"v1\"\r\n").getBytes(StandardCharsets.ISO_8859_1));
    };
  }

  @Test
  void nothingExpiresOnABoardThatWasNotReadCompletely() throws IOException {
    route = Boards.smart(List.of(1000001, 1000002, 1000003), 3, List.of());
    crawl(new Kept(), false, Boards.SMART);
    for (Route worse :
        List.of(
            Boards.smart(List.of(1000001, 1000002), 3, List.of()),
            Boards.smart(List.of(1000001, 1000002), 2, List.of(1000002)),
            Boards.smart(List.of(), 0, List.of()),
            (request, out) -> TestServer.status(out, "403 Forbidden"),
            (request, out) -> TestServer.html(out, "<h1>We are moving</h1>"),
            (request, out) -> TestServer.json(out, "{\"content\":[{\"id\":\"1000001\""))) {
      route = worse;
      Kept kept = new Kept();
      CrawlSummary summary = crawl(kept, false, Boards.SMART);
      assertThat(kept.kinds()).doesNotContain(OutcomeKind.EXPIRED);
      assertThat(summary.boards().get(0).complete()).isFalse();
      assertThat(summary.failed()).isTrue();
    }
    route = Boards.smart(List.of(1000001, 1000002), 2, List.of());
    assertThat(crawl(new Kept(), false, Boards.SMART).outcomes())
        .containsEntry(OutcomeKind.EXPIRED, 1);
  }

  @Test
  void aBrokenOffRunGoesOnWithoutLosingOrRepeating() throws IOException {
    route = Boards.smart(List.of(1000001, 1000002, 1000003, 1000004), 4, List.of());
    Kept first = new Kept();
    first.left = 2;
    assertThatThrownBy(() -> crawl(first, false, Boards.SMART)).hasMessage("the disk is full");
    Kept second = new Kept();
    CrawlSummary summary = crawl(second, false, Boards.SMART);
    assertThat(first.ids)
        .containsExactly("smartrecruiters:Acme:1000001", "smartrecruiters:Acme:1000002");
    assertThat(second.ids)
        .containsExactly("smartrecruiters:Acme:1000003", "smartrecruiters:Acme:1000004");
    assertThat(summary.skipped()).isEqualTo(2);
    assertThat(summary.boards().get(0).complete()).isTrue();
    long details = server.requests().stream().filter(r -> r.path().endsWith("1000001")).count();
    assertThat(details).isEqualTo(1);
  }

  @Test
  void onePageThatFailsDoesNotEndTheCrawl() throws IOException {
    route =
        (request, out) -> {
          if (request.path().equals("/bad")) {
            TestServer.status(out, "404 Not Found");
          } else {
            TestServer.html(out, "<h1>Engineer</h1>" + JobScraperTest.PROSE);
          }
        };
    Kept kept = new Kept();
    CrawlSummary summary =
        crawl(kept, false, "https://jobs.example.com/bad", "https://jobs.example.com/good");
    assertThat(kept.ids).containsExactly("https://jobs.example.com/good");
    assertThat(summary.failed()).isTrue();
  }

  @Test
  void aPostingWhoseOwnPageIsGoneIsExpiredAtOnce() throws IOException {
    route = Boards.smart(List.of(1000001, 1000002), 2, List.of());
    crawl(new Kept(), false, Boards.SMART);
    Route listed = Boards.smart(List.of(1000001, 1000002), 2, List.of());
    route =
        (request, out) -> {
          if (request.path().endsWith("1000002")) {
            TestServer.status(out, "410 Gone");
          } else {
            listed.answer(request, out);
          }
        };
    assertThat(crawl(new Kept(), false, Boards.SMART).boards().get(0).complete()).isTrue();
    assertThat(state.open("smartrecruiters:Acme")).isEqualTo(1);
  }

  @Test
  void aPageAskedForTwiceIsWrittenOnce() throws IOException {
    route = (request, out) -> TestServer.html(out, "<h1>Engineer</h1>" + JobScraperTest.PROSE);
    Kept kept = new Kept();
    crawl(kept, false, "https://jobs.example.com/1?utm_source=a", "https://jobs.example.com/1");
    assertThat(kept.ids).hasSize(1);
    assertThat(server.requests()).hasSize(1);
  }

  private CrawlSummary crawl(Kept kept, boolean changedOnly, String... urls) throws IOException {
    FetchSettings settings = FetchSettings.defaults();
    for (String host :
        List.of("boards-api.greenhouse.io", "api.smartrecruiters.com", "jobs.example.com")) {
      settings = settings.connecting(host, server.address());
    }
    JobScraper scraper =
        new JobScraper(new HttpPageFetcher(settings, time, time, new Random(1)), time);
    CrawlState.Run run = state.begin(List.of(urls), "out", time.instant());
    return new Crawl(scraper, state, run, kept, changedOnly)
        .run(List.of(urls).stream().map(URI::create).map(CrawlInput::of).toList());
  }
}

package dev.truerole.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truerole.scraper.crawl.CrawlState;
import dev.truerole.scraper.page.FakeTime;
import dev.truerole.scraper.page.FetchSettings;
import dev.truerole.scraper.page.HttpPageFetcher;
import dev.truerole.scraper.page.TestServer;
import dev.truerole.scraper.page.TestServer.Route;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several hosts at a time, one request to an owner, and everything in order. */
@Timeout(60)
class ManyHostsTest {

  private final FakeTime time = new FakeTime();
  private final List<String> written = new ArrayList<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private int left = Integer.MAX_VALUE;
  private CrawlState state;
  private Route route = ManyHostsTest::posting;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    state = CrawlState.inMemory();
    server =
        TestServer.start(
            TestServer.open(
                (request, out) -> {
                  most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                  try {
                    route.answer(request, out);
                  } finally {
                    underWay.decrementAndGet();
                  }
                }));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    state.close();
  }

  private static void posting(TestServer.Request request, java.io.OutputStream out)
      throws IOException {
    TestServer.html(out, "<h1>Engineer</h1>" + JobScraperTest.PROSE);
  }

  @Test
  void hostsAreReadAtTheSameTimeAndWrittenInOrder() throws IOException {
    CountDownLatch second = new CountDownLatch(1);
    route =
        (request, out) -> {
          if (request.headers().get("host").equals("www.example1.com")) {
            second.countDown();
          } else if (!second.await(20, TimeUnit.SECONDS)) {
            TestServer.status(out, "404 Not Found");
            return;
          }
          posting(request, out);
        };
    crawl("https://www.example0.com/jobs/1", "https://www.example1.com/jobs/2");
    assertThat(written)
        .containsExactly("https://www.example0.com/jobs/1", "https://www.example1.com/jobs/2");
  }

  @Test
  void anOwnerIsAskedOneThingAtATime() throws IOException {
    String[] urls =
        IntStream.range(0, 12)
            .mapToObj(i -> "https://h" + i % 3 + ".example0.com/jobs/" + i)
            .toArray(String[]::new);
    crawl(urls);
    assertThat(written).containsExactly(urls);
    assertThat(most).hasValue(1);
  }

  @Test
  void neverMoreThanEightRequestsAreUnderWay() throws IOException {
    CountDownLatch eight = new CountDownLatch(8);
    route =
        (request, out) -> {
          eight.countDown();
          eight.await(20, TimeUnit.SECONDS);
          posting(request, out);
        };
    String[] urls =
        IntStream.range(0, 20)
            .mapToObj(i -> "https://www.example" + i + ".com/jobs/1")
            .toArray(String[]::new);
    crawl(urls);
    assertThat(written).containsExactly(urls);
    assertThat(most).hasValue(8);
  }

  @Test
  void whatWasFetchedAheadIsNotFetchedAgainAfterABreak() throws IOException {
    String first = "https://www.example0.com/jobs/1";
    String second = "https://www.example1.com/jobs/2";
    route =
        (request, out) -> {
          if (request.headers().get("host").equals("www.example0.com")) {
            while (state.kept(1, second).isEmpty()) {
              Thread.onSpinWait();
            }
          }
          posting(request, out);
        };
    left = 0;
    assertThatThrownBy(() -> crawl(first, second)).hasMessage("the disk is full");
    left = Integer.MAX_VALUE;
    crawl(first, second);
    assertThat(written).containsExactly(first, second);
    assertThat(server.requests())
        .filteredOn(request -> request.path().equals("/jobs/2"))
        .hasSize(1);
    assertThat(state.kept(1, second)).isEmpty();
  }

  private CrawlSummary crawl(String... urls) throws IOException {
    FetchSettings settings = FetchSettings.defaults();
    for (String url : urls) {
      settings = settings.connecting(URI.create(url).getHost(), server.address());
    }
    JobScraper scraper =
        new JobScraper(new HttpPageFetcher(settings, time, time, new Random(1)), time);
    CrawlState.Run run = state.begin(List.of(urls), "out", time.instant());
    CrawlSink sink =
        new CrawlSink() {
          @Override
          public long write(ScrapeOutcome.Read posting) throws IOException {
            if (left-- == 0) {
              throw new IOException("the disk is full");
            }
            written.add(posting.asked());
            return written.size();
          }

          @Override
          public void done(ScrapeOutcome outcome) {}
        };
    return new Crawl(scraper, state, run, sink, false)
        .run(List.of(urls).stream().map(URI::create).map(CrawlInput::of).toList());
  }
}

package dev.truerole.scraper.page;

import static dev.truerole.scraper.page.MisbehavingServerTest.fetched;
import static dev.truerole.scraper.page.MisbehavingServerTest.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.truerole.scraper.page.TestServer.Route;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site may expect of us. */
@Timeout(20)
class PolitenessTest {

  private static final String HOST = "jobs.example.com";
  private static final String SITE = "https://" + HOST;
  private static final Route POSTING = (request, out) -> TestServer.html(out, "<p>A posting</p>");

  private final FakeTime time = new FakeTime();

  @Test
  void weSayWhoWeAre() {
    try (TestServer server = TestServer.start(TestServer.open(POSTING))) {
      fetched(fetcher(server), SITE + "/1");
      assertThat(server.requests().get(0).headers())
          .containsEntry("host", HOST)
          .hasEntrySatisfying("user-agent", agent -> assertThat(agent).startsWith("TrueRole/"))
          .doesNotContainKeys("cookie", "referer");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          User-agent: *\\nDisallow: /; /1; false
          User-agent: *\\nDisallow: /private/; /1; true
          User-agent: *\\nDisallow: /\\n\\nUser-agent: TrueRole\\nAllow: /; /1; true
          User-agent: truerole\\nDisallow: /\\n\\nUser-agent: *\\nAllow: /; /1; false
          User-agent: truerole\\nDisallow: /a\\n\\nUser-agent: truerole\\nDisallow: /b; /b; false
          User-agent: *\\nDisallow: /jobs\\nAllow: /jobs/open; /jobs/open/1; true
          User-agent: *\\nDisallow: /*?print=1$; /1?print=1; false
          User-agent: *\\nDisallow:; /1; true
          \uFEFFUser-agent: *\\r\\nDisallow: /; /1; false
          <html>not found</html>; /1; true
          """)
  void robotsRulesAreKept(String robots, String path, boolean allowed) {
    String file = robots.replace("\\n", "\n").replace("\\r", "\r");
    try (TestServer server = TestServer.start(TestServer.withRobots(file, POSTING))) {
      FetchOutcome outcome = fetcher(server).fetch(FetchRequest.page(URI.create(SITE + path)));
      assertThat(outcome.kind())
          .isEqualTo(allowed ? OutcomeKind.OK : OutcomeKind.ROBOTS_DISALLOWED);
      assertThat(server.requests()).hasSize(allowed ? 1 : 0);
    }
  }

  @Test
  void aRefusalSaysWhatToDo() {
    try (TestServer server =
        TestServer.start(TestServer.withRobots("User-agent: *\nDisallow: /", POSTING))) {
      assertThat(refused(fetcher(server), SITE + "/1").message())
          .contains("robots.txt of " + HOST)
          .contains("forbids automated reading. Paste the text");
    }
  }

  @Test
  void robotsAreAskedForOnceADay() {
    try (TestServer server = TestServer.start(TestServer.open(POSTING))) {
      HttpPageFetcher fetcher = fetcher(server);
      fetched(fetcher, SITE + "/1");
      fetched(fetcher, SITE + "/2");
      assertThat(server.robotsRequests()).isEqualTo(1);
      time.pass(Duration.ofHours(25));
      fetched(fetcher, SITE + "/3");
      assertThat(server.robotsRequests()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404 Not Found,OK",
    "403 Forbidden,OK",
    "401 Unauthorized,OK",
    "410 Gone,OK",
    "500 Broken,ROBOTS_DISALLOWED",
    "503 Unavailable,ROBOTS_DISALLOWED",
    "429 Too Many Requests,RATE_LIMITED"
  })
  void aMissingRobotsFileAllowsAndABrokenOneForbids(String status, OutcomeKind expected) {
    Route route =
        (request, out) -> {
          if (request.path().equals("/robots.txt")) {
            TestServer.status(out, status);
          } else {
            POSTING.answer(request, out);
          }
        };
    try (TestServer server = TestServer.start(route)) {
      FetchOutcome outcome = fetcher(server).fetch(FetchRequest.page(URI.create(SITE + "/1")));
      assertThat(outcome.kind()).isEqualTo(expected);
    }
  }

  @Test
  void aHugeRobotsFileCountsUpToItsLimit() {
    String robots = "User-agent: *\nDisallow: /\n" + "# filler\n".repeat(200_000);
    try (TestServer server = TestServer.start(TestServer.withRobots(robots, POSTING))) {
      assertThat(refused(fetcher(server), SITE + "/1").kind())
          .isEqualTo(OutcomeKind.ROBOTS_DISALLOWED);
    }
  }

  @Test
  void robotsCanBeIgnoredWhichIsNoted() {
    try (TestServer server =
        TestServer.start(TestServer.withRobots("User-agent: *\nDisallow: /", POSTING))) {
      FetchSettings settings =
          FetchSettings.defaults().connecting(HOST, server.address()).ignoringRobots();
      HttpPageFetcher fetcher = new HttpPageFetcher(settings, time, time, new Random(1));
      assertThat(fetched(fetcher, SITE + "/1").notes()).containsExactly("robots.txt was ignored");
    }
  }

  @Test
  void crawlDelayIsKept() {
    String robots = "User-agent: *\nCrawl-delay: 7\n";
    try (TestServer server = TestServer.start(TestServer.withRobots(robots, POSTING))) {
      HttpPageFetcher fetcher = fetcher(server);
      fetched(fetcher, SITE + "/1");
      fetched(fetcher, SITE + "/2");
      assertThat(time.slept()).containsExactly(Duration.ofSeconds(7));
    }
  }

  @Test
  void anAbsurdCrawlDelayIsShortened() {
    String robots = "User-agent: *\nCrawl-delay: 86400\n";
    try (TestServer server = TestServer.start(TestServer.withRobots(robots, POSTING))) {
      HttpPageFetcher fetcher = fetcher(server);
      fetched(fetcher, SITE + "/1");
      fetched(fetcher, SITE + "/2");
      assertThat(time.slept()).containsExactly(Duration.ofSeconds(60));
    }
  }

  @Test
  void aiTrainNoIsNoted() {
    String robots = "User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /\n";
    try (TestServer server = TestServer.start(TestServer.withRobots(robots, POSTING))) {
      assertThat(fetched(fetcher(server), SITE + "/1").notes())
          .anySatisfy(note -> assertThat(note).contains("ai-train=no"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          X-Robots-Tag: noindex | | ROBOTS_DISALLOWED
          X-Robots-Tag: nofollow, NONE | | ROBOTS_DISALLOWED
          X-Robots-Tag: otherbot: noindex | | OK
          X-Robots-Tag: truerole: noindex | | ROBOTS_DISALLOWED
          X-Robots-Tag: unavailable_after: 25 Jun 2030 15:00:00 PST | | OK
          X-Other: 1 | <meta content='noindex' name=robots> | ROBOTS_DISALLOWED
          X-Other: 1 | <meta name="robots" content="index, follow"> | OK
          tdm-reservation: 1 | | TDM_RESERVED
          tdm-reservation: 0 | <meta name="tdm-reservation" content="1"> | OK
          tdm-reservation: yes | | OK
          X-Other: 1 | <meta name="tdm-reservation" content="1"> | TDM_RESERVED
          """)
  void whatAPageSaysOfItselfIsHeeded(String header, String meta, OutcomeKind expected) {
    Route route =
        (request, out) -> {
          byte[] body = ("<head>" + meta + "</head><p>A posting</p>").getBytes();
          TestServer.send(out, "200 OK", "Content-Type: text/html\r\n" + header + "\r\n", body);
        };
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      FetchOutcome outcome = fetcher(server).fetch(FetchRequest.page(URI.create(SITE + "/1")));
      assertThat(outcome.kind()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.linkedin.com/jobs/view/1",
        "https://de.indeed.com/viewjob?jk=1",
        "https://www.indeed.co.uk/viewjob",
        "https://www.glassdoor.de/job/1",
        "https://www.ziprecruiter.com/c/x",
        "https://linkedin.com./jobs"
      })
  void sitesWhoseTermsForbidProgramsAreNotAsked(String url) {
    FetchOutcome.Refused refused = refused(new HttpPageFetcher(FetchSettings.defaults()), url);
    assertThat(refused.kind()).isEqualTo(OutcomeKind.REFUSED_HOST);
    assertThat(refused.message()).contains("forbid").contains("Paste the text");
  }

  @Test
  void anEmployersOwnBoardIsNoRefusedHost() {
    assertThat(Domains.isRefused("indeed.greenhouse.io")).isFalse();
    assertThat(Domains.isRefused("careers.linkedin.example")).isFalse();
  }

  @Test
  void aKnownVersionIsAskedAbout() {
    Route route =
        (request, out) -> {
          boolean known = "\"v1\"".equals(request.headers().get("if-none-match"));
          TestServer.send(
              out,
              known ? "304 Not Modified" : "200 OK",
              "Content-Type: text/html\r\nETag: \"v1\"\r\n",
              known ? new byte[0] : new byte[] {'x'});
        };
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      HttpPageFetcher fetcher = fetcher(server);
      Validators version = fetched(fetcher, SITE + "/1").validators();
      FetchRequest again = FetchRequest.page(URI.create(SITE + "/1")).ifNewerThan(version);
      assertThat(fetcher.fetch(again)).isInstanceOf(FetchOutcome.Unchanged.class);
    }
  }

  @Test
  void weSayWhomToAskAboutUs() {
    try (TestServer server = TestServer.start(TestServer.open(POSTING))) {
      FetchSettings settings =
          FetchSettings.defaults()
              .connecting(HOST, server.address())
              .contactedAt("https://crawler.example.org/about");
      fetched(new HttpPageFetcher(settings, time, time, new Random(1)), SITE + "/1");
      assertThat(server.requests().get(0).headers().get("user-agent"))
          .contains("(+https://crawler.example.org/about; reads job postings;");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"me", "https://a b", "x@y\r\nCookie: 1", "https://a/(b)", "ftp://a.b/c"})
  void whatIsNoContactIsRefused(String contact) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FetchSettings.defaults().contactedAt(contact))
        .withMessageContaining("is no address of the web or of mail");
  }

  @Test
  void aHostThatKeepsFailingIsLeftAloneForAWhile() {
    Route route = (request, out) -> TestServer.status(out, "500 Broken");
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      HttpPageFetcher fetcher = fetcher(server);
      for (int i = 0; i < 3; i++) {
        assertThat(refused(fetcher, SITE + "/" + i).kind()).isEqualTo(OutcomeKind.HTTP_ERROR);
      }
      assertThat(server.requests()).hasSize(12);
      assertThat(refused(fetcher, SITE + "/3"))
          .satisfies(refused -> assertThat(refused.kind()).isEqualTo(OutcomeKind.RATE_LIMITED))
          .satisfies(refused -> assertThat(refused.message()).contains("left alone"));
      assertThat(server.requests()).hasSize(12);
      time.pass(Duration.ofMinutes(31));
      refused(fetcher, SITE + "/4");
      refused(fetcher, SITE + "/5");
      assertThat(server.requests()).as("one probe, retried").hasSize(16);
    }
  }

  @Test
  void robotsAreRememberedBeyondOneRun() {
    Map<String, RobotsMemory.Copy> kept = new HashMap<>();
    AtomicReference<String> status = new AtomicReference<>("200 OK");
    Route route =
        (request, out) -> {
          if (request.path().equals("/robots.txt")) {
            byte[] rules = "User-agent: *\nDisallow: /private".getBytes();
            TestServer.send(out, status.get(), "Content-Type: text/plain\r\n", rules);
          } else {
            POSTING.answer(request, out);
          }
        };
    try (TestServer server = TestServer.start(route)) {
      fetched(fetcher(server, kept), SITE + "/1");
      assertThat(refused(fetcher(server, kept), SITE + "/private").kind())
          .isEqualTo(OutcomeKind.ROBOTS_DISALLOWED);
      assertThat(server.robotsRequests()).isEqualTo(1);
      time.pass(Duration.ofHours(25));
      status.set("400 Bad Request");
      fetched(fetcher(server, kept), SITE + "/private");
      assertThat(server.robotsRequests()).isEqualTo(2);
    }
  }

  @Test
  void anOldCopyStandsInForARobotsFileThatCannotBeHad() {
    Map<String, RobotsMemory.Copy> kept = new HashMap<>();
    String rules = "User-agent: *\nDisallow: /private";
    kept.put(SITE + "/robots.txt", new RobotsMemory.Copy(rules, time.instant()));
    Route route =
        (request, out) -> {
          if (request.path().equals("/robots.txt")) {
            TestServer.status(out, "503 Unavailable");
          } else {
            POSTING.answer(request, out);
          }
        };
    try (TestServer server = TestServer.start(route)) {
      time.pass(Duration.ofDays(7));
      fetched(fetcher(server, kept), SITE + "/1");
      assertThat(refused(fetcher(server, kept), SITE + "/private").kind())
          .isEqualTo(OutcomeKind.ROBOTS_DISALLOWED);
      time.pass(Duration.ofDays(30));
      assertThat(refused(fetcher(server, kept), SITE + "/1").kind())
          .isEqualTo(OutcomeKind.ROBOTS_DISALLOWED);
    }
  }

  private HttpPageFetcher fetcher(TestServer server, Map<String, RobotsMemory.Copy> kept) {
    RobotsMemory memory =
        new RobotsMemory() {
          @Override
          public Optional<Copy> find(String address) {
            return Optional.ofNullable(kept.get(address));
          }

          @Override
          public void keep(String address, Copy copy) {
            kept.put(address, copy);
          }
        };
    FetchSettings settings =
        FetchSettings.defaults().connecting(HOST, server.address()).remembering(memory);
    return new HttpPageFetcher(settings, time, time, new Random(1));
  }

  @Test
  void hostsOfOneOwnerShareAGate() throws InterruptedException {
    HostGates gates = new HostGates(FetchSettings.defaults(), time, time, new Random(1));
    for (String host : List.of("boards-api.greenhouse.io", "job-boards.greenhouse.io")) {
      HostGates.Gate gate = gates.of(host);
      assertThat(gate.enter(Duration.ZERO)).isTrue();
      gate.leave();
    }
    assertThat(time.slept()).hasSize(1);
    assertThat(time.slept().get(0)).isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
    assertThat(gates.of("other.example.com")).isNotSameAs(gates.of("other.example.org"));
  }

  @Test
  void aSecondRequestWaitsForItsTurn() throws InterruptedException {
    HostGates gates = new HostGates(FetchSettings.defaults(), time, time, new Random(1));
    for (int i = 0; i < 5; i++) {
      HostGates.Gate gate = gates.of("www.example.com");
      assertThat(gate.enter(Duration.ZERO)).isTrue();
      gate.leave();
    }
    assertThat(time.slept())
        .hasSize(4)
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofMillis(800), Duration.ofMillis(1200)));
  }

  @ParameterizedTest
  @CsvSource({
    "403 Forbidden,BOT_WALL", "401 Unauthorized,LOGIN_WALL", "404 Not Found,EXPIRED",
    "410 Gone,EXPIRED", "418 Teapot,HTTP_ERROR", "400 Bad,HTTP_ERROR"
  })
  void aRefusalIsNotEmptiness(String status, OutcomeKind expected) {
    Route route = (request, out) -> TestServer.status(out, status);
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      assertThat(refused(fetcher(server), SITE + "/1").kind()).isEqualTo(expected);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void aWallThatAnswers200IsStillAWall() {
    Route route =
        (request, out) ->
            TestServer.html(out, "<title>Just a moment...</title><p>Checking your browser");
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      assertThat(refused(fetcher(server), SITE + "/1").kind()).isEqualTo(OutcomeKind.BOT_WALL);
    }
  }

  @Test
  void aPostingAboutWallsIsNoWall() {
    String prose = "You will improve the captcha service that our customers rely on. ".repeat(40);
    assertThat(BotWalls.looksLikeOne("<h1>Engineer</h1><p>" + prose)).isFalse();
    assertThat(BotWalls.looksLikeOne("<h1>Captcha</h1>")).isTrue();
  }

  @Test
  void everyOutcomeAdvisesButThoseThatNeedNone() {
    Map<Boolean, List<OutcomeKind>> silent =
        List.of(OutcomeKind.values()).stream()
            .collect(java.util.stream.Collectors.partitioningBy(k -> k.advice().isEmpty()));
    assertThat(silent.get(true)).containsExactly(OutcomeKind.OK, OutcomeKind.UNCHANGED);
  }

  private HttpPageFetcher fetcher(TestServer server) {
    FetchSettings settings = FetchSettings.defaults().connecting(HOST, server.address());
    return new HttpPageFetcher(settings, time, time, new Random(1));
  }
}

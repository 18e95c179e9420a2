package dev.truerole.scraper.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truerole.scraper.page.TestServer.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server does: the right outcome, in time, and nothing sent where it must not go. */
@Timeout(20)
class MisbehavingServerTest {

  private static final String HOST = "jobs.example.com";
  private static final FetchLimits TIGHT =
      new FetchLimits(
          Duration.ofSeconds(2),
          Duration.ofMillis(200),
          Duration.ofMillis(500),
          Duration.ofSeconds(120),
          1 << 20,
          2 << 20);

  /** Nothing in these tests may leave the machine. */
  private static final Transport.Resolver NO_NAMES =
      host -> {
        throw new UnknownHostException(host);
      };

  private final FakeTime time = new FakeTime();

  @Test
  void aStalledBodyIsATimeout() {
    assertThat(refused(new Misbehaviours.Stalled(), "https")).isEqualTo(OutcomeKind.TIMEOUT);
  }

  @Test
  void aDrippingBodyIsATimeoutThoughItIsNeverIdle() {
    assertThat(refused(new Misbehaviours.Dripping(), "https")).isEqualTo(OutcomeKind.TIMEOUT);
  }

  @Test
  void anEndlessBodyIsTooLarge() {
    assertThat(refused(new Misbehaviours.EndlessBody(), "https")).isEqualTo(OutcomeKind.TOO_LARGE);
  }

  @Test
  void theUnpackedSizeCounts() throws IOException {
    assertThat(refused(new Misbehaviours.ZipBomb(), "https")).isEqualTo(OutcomeKind.TOO_LARGE);
  }

  @Test
  void redirectsEnd() {
    try (TestServer server = TestServer.start(TestServer.open(new Misbehaviours.RedirectLoop()))) {
      FetchOutcome.Refused refused = refused(fetcher(server), "https://" + HOST + "/");
      assertThat(refused.kind()).isEqualTo(OutcomeKind.HTTP_ERROR);
      assertThat(refused.message()).contains("More than 5 redirects");
      assertThat(server.requests()).hasSize(6);
    }
  }

  @Test
  void httpsIsNotLeftForHttp() {
    Route route = new Misbehaviours.RedirectTo("http://" + HOST + "/plain");
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      FetchOutcome.Refused refused = refused(fetcher(server), "https://" + HOST + "/");
      assertThat(refused.kind()).isEqualTo(OutcomeKind.HTTP_ERROR);
      assertThat(refused.message()).contains("https to http");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://0/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[::127.0.0.1]/",
        "http://[64:ff9b::127.0.0.1]/",
        "http://[64:ff9b:1::1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001:0:1::1]/",
        "http://[fc00::1]/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://[fec0::1]/",
        "http://[ff02::1]/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.100.100.200/",
        "http://168.63.129.16/",
        "http://192.0.0.192/",
        "http://198.18.0.1/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://localhost/",
        "http://sub.localhost/",
        "http://localhost./",
        "http://metadata.google.internal/",
        "http://printer.local/",
        "http://8.8.8.8:22/",
        "http://user:secret@example.com/",
        "file:///etc/passwd",
        "gopher://example.com/"
      })
  void privateAddressesAreBlockedInEveryNotationAskedOrRedirectedTo(String address) {
    Route route = new Misbehaviours.RedirectTo(address);
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      HttpPageFetcher fetcher = fetcher(server);
      assertThat(refused(fetcher, address).kind()).isEqualTo(OutcomeKind.SSRF_BLOCKED);
      OutcomeKind redirected = refused(fetcher, "http://" + HOST + "/").kind();
      // A redirect to another scheme is no web address at all.
      assertThat(redirected)
          .isEqualTo(
              address.startsWith("http") ? OutcomeKind.SSRF_BLOCKED : OutcomeKind.HTTP_ERROR);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "::1", "::ffff:10.1.2.3", "fd12:3456::1"})
  void aNameThatResolvesToAPrivateAddressIsBlocked(String address) {
    HttpPageFetcher fetcher =
        new HttpPageFetcher(
            FetchSettings.defaults().within(TIGHT),
            time,
            time,
            new Random(1),
            host -> List.of(InetAddress.getByName(address)));
    FetchOutcome.Refused refused = refused(fetcher, "https://rebind.example.com/");
    assertThat(refused.kind()).isEqualTo(OutcomeKind.SSRF_BLOCKED);
    assertThat(refused.message()).contains("nothing was sent").doesNotContain(address);
  }

  @Test
  void aPrivateServerGetsNoConnectionAtAll() {
    try (TestServer secret =
        TestServer.start(TestServer.open((q, out) -> TestServer.html(out, "")))) {
      int port = secret.address().getPort();
      FetchSettings anyPort = FetchSettings.defaults().within(TIGHT);
      // The socket is the last guard; it holds when the rules before it are lifted.
      Transport transport =
          new Transport(anyPort, time, host -> List.of(InetAddress.getLoopbackAddress()));
      for (String host : List.of("127.0.0.1", "2130706433", "[::1]", "[::ffff:7f00:1]", "a.b.c")) {
        Exchange exchange =
            transport.get(
                okhttp3.HttpUrl.get("http://" + host + ":" + port + "/"),
                "*/*",
                Validators.NONE,
                new Transport.Size(1000, false));
        assertThat(exchange)
            .isInstanceOfSatisfying(
                Exchange.Broken.class,
                broken -> assertThat(broken.kind()).isEqualTo(OutcomeKind.SSRF_BLOCKED));
      }
      assertThat(secret.connections()).isZero();
    }
  }

  @Test
  void privateHostsCanBeAllowed() {
    try (TestServer server =
        TestServer.start(TestServer.open((q, out) -> TestServer.html(out, "<p>ours</p>")))) {
      FetchSettings settings = FetchSettings.defaults().within(TIGHT).allowingPrivateHosts();
      HttpPageFetcher fetcher = new HttpPageFetcher(settings, time, time, new Random(1));
      String url = "http://127.0.0.1:" + server.address().getPort() + "/";
      assertThat(fetched(fetcher, url).page().html()).isEqualTo("<p>ours</p>");
    }
  }

  @Test
  void westernTextIsReadAsBrowsersDo() {
    try (TestServer server = TestServer.start(TestServer.open(new Misbehaviours.WrongCharset()))) {
      String text = fetched(fetcher(server), "https://" + HOST + "/").page().html();
      assertThat(text).isEqualTo("<p>You’ll build things – with us</p>");
    }
  }

  @Test
  void retryAfterIsWaitedFor() {
    Route route = new Misbehaviours.Busy(2, "429 Too Many Requests", "Retry-After: 7\r\n");
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      fetched(fetcher(server), "https://" + HOST + "/");
      assertThat(time.slept()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void retryAfterMayBeADate() {
    Route route =
        new Misbehaviours.Busy(
            1, "503 Unavailable", "Retry-After: Sat, 21 Nov 2026 12:00:45 GMT\r\n");
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      fetched(fetcher(server), "https://" + HOST + "/");
      assertThat(time.slept()).containsExactly(Duration.ofSeconds(45));
    }
  }

  @Test
  void aLongPauseEndsTheAttemptAndIsKept() {
    Route route = new Misbehaviours.Busy(1, "429 Too Many Requests", "Retry-After: 3600\r\n");
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      HttpPageFetcher fetcher = fetcher(server);
      FetchOutcome.Refused first = refused(fetcher, "https://" + HOST + "/a");
      FetchOutcome.Refused second = refused(fetcher, "https://" + HOST + "/b");
      assertThat(first.kind()).isEqualTo(OutcomeKind.RATE_LIMITED);
      assertThat(second.kind()).isEqualTo(OutcomeKind.RATE_LIMITED);
      assertThat(server.requests()).hasSize(1);
      assertThat(time.slept()).isEmpty();
      time.pass(Duration.ofHours(1));
      fetched(fetcher, "https://" + HOST + "/b");
    }
  }

  @Test
  void errorsAreRetriedThreeTimesWithGrowingRandomPauses() {
    Route route = new Misbehaviours.Busy(9, "500 Broken", "");
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      FetchOutcome.Refused refused = refused(fetcher(server), "https://" + HOST + "/");
      assertThat(refused.kind()).isEqualTo(OutcomeKind.HTTP_ERROR);
      assertThat(refused.status()).isEqualTo(500);
      assertThat(server.requests()).hasSize(4);
      assertThat(time.slept()).hasSize(3);
      for (int i = 0; i < 3; i++) {
        assertThat(time.slept().get(i)).isLessThanOrEqualTo(Duration.ofMillis(500L << i));
      }
    }
  }

  @Test
  void aBodyCutShortIsNoPage() {
    try (TestServer server = TestServer.start(TestServer.open(new Misbehaviours.CutShort()))) {
      FetchOutcome.Refused refused = refused(fetcher(server), "https://" + HOST + "/");
      assertThat(refused.kind()).isEqualTo(OutcomeKind.HTTP_ERROR);
      assertThat(refused.message()).contains("before the answer was complete");
    }
  }

  @Test
  void hangingUpIsAnError() {
    assertThat(refused(new Misbehaviours.HangUp(), "https")).isEqualTo(OutcomeKind.HTTP_ERROR);
  }

  @Test
  void theFirstBytesTellWhatItIs() {
    assertThat(refused(new Misbehaviours.DisguisedPdf(), "https"))
        .isEqualTo(OutcomeKind.UNSUPPORTED_TYPE);
  }

  @Test
  void aClosedPortIsAnError() {
    InetSocketAddress closed;
    try (TestServer server = TestServer.start((q, out) -> {})) {
      closed = server.address();
    }
    FetchSettings settings = FetchSettings.defaults().connecting(HOST, closed).ignoringRobots();
    HttpPageFetcher fetcher = new HttpPageFetcher(settings, time, time, new Random(1));
    assertThat(refused(fetcher, "https://" + HOST + "/").kind()).isEqualTo(OutcomeKind.HTTP_ERROR);
  }

  private OutcomeKind refused(Route route, String scheme) {
    try (TestServer server = TestServer.start(TestServer.open(route))) {
      return refused(fetcher(server), scheme + "://" + HOST + "/").kind();
    }
  }

  private HttpPageFetcher fetcher(TestServer server) {
    FetchSettings settings =
        FetchSettings.defaults().within(TIGHT).connecting(HOST, server.address());
    return new HttpPageFetcher(settings, time, time, new Random(1), NO_NAMES);
  }

  static FetchOutcome.Refused refused(PageFetcher fetcher, String url) {
    return (FetchOutcome.Refused) fetcher.fetch(FetchRequest.page(URI.create(url)));
  }

  static FetchOutcome.Fetched fetched(PageFetcher fetcher, String url) {
    FetchOutcome outcome = fetcher.fetch(FetchRequest.page(URI.create(url)));
    assertThat(outcome).isInstanceOf(FetchOutcome.Fetched.class);
    return (FetchOutcome.Fetched) outcome;
  }
}

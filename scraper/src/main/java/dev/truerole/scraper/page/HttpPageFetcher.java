package dev.truerole.scraper.page;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Gets pages over the network, politely and safely: under its own name, by the rules of robots.txt,
 * at a pace a host bears, from public addresses only, within limits of time and size.
 *
 * <p>Thread-safe. Requests to hosts of one owner wait for each other, whoever sends them.
 */
public final class HttpPageFetcher implements PageFetcher {

  private static final int MAX_REDIRECTS = 5;
  private static final String ROBOTS_ACCEPT = "text/plain,*/*;q=0.5";
  private static final Transport.Size ROBOTS_SIZE = new Transport.Size(RobotsFiles.MAX_BYTES, true);

  private final FetchSettings settings;
  private final AddressRules rules;
  private final Requests requests;
  private final RobotsFiles robots;
  private final Answers answers;

  /** A fetcher that waits in real time. */
  public HttpPageFetcher(FetchSettings settings) {
    this(settings, Clock.systemUTC(), Sleeper.ofThread(), new Random());
  }

  /**
   * A fetcher in a time of its own.
   *
   * @param clock tells the time of pauses, caches and pages
   * @param sleeper waits between requests
   * @param random spreads the pauses
   */
  public HttpPageFetcher(FetchSettings settings, Clock clock, Sleeper sleeper, Random random) {
    this(settings, clock, sleeper, random, Transport.Resolver.ofSystem());
  }

  HttpPageFetcher(
      FetchSettings settings,
      Clock clock,
      Sleeper sleeper,
      Random random,
      Transport.Resolver resolver) {
    this.settings = settings;
    this.rules = new AddressRules(settings);
    HostGates gates = new HostGates(settings, clock, sleeper, random);
    this.requests = new Requests(new Transport(settings, clock, resolver), gates, clock, random);
    this.robots = new RobotsFiles(this::robotsFile, settings.robots(), clock);
    this.answers = new Answers(settings.ignoreRobots());
  }

  @Override
  public String owner(URI url) {
    return Domains.registrable(String.valueOf(url.getHost()).toLowerCase(Locale.ROOT));
  }

  @Override
  public FetchOutcome fetch(FetchRequest request) {
    HttpUrl parsed = HttpUrl.parse(request.url().toString());
    if (parsed == null) {
      return FetchOutcome.Refused.of(
          request.url(), OutcomeKind.SSRF_BLOCKED, "This is no http or https address.");
    }
    HttpUrl url = AddressRules.plain(parsed);
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Optional<FetchOutcome.Refused> refusal = rules.check(request.url(), url);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      RobotsFiles.Verdict verdict = robots(request.url(), url);
      if (verdict.refusal().isPresent()) {
        return verdict.refusal().get();
      }
      Exchange exchange = exchange(request, url, verdict.crawlDelay());
      if (!(exchange instanceof Answer answer) || !answer.isRedirect()) {
        return answers.outcome(request, url, exchange, verdict.notes());
      }
      HttpUrl next = target(url, answer);
      if (next == null || isDowngrade(url, next)) {
        return badRedirect(request.url(), url, next, answer.status());
      }
      url = next;
    }
    String what = "More than " + MAX_REDIRECTS + " redirects, one after the other.";
    return FetchOutcome.Refused.of(request.url(), OutcomeKind.HTTP_ERROR, what);
  }

  private RobotsFiles.Verdict robots(URI asked, HttpUrl url) {
    if (!settings.ignoreRobots()) {
      return robots.check(asked, url);
    }
    List<String> notes = List.of("robots.txt was ignored");
    return new RobotsFiles.Verdict(Optional.empty(), Duration.ZERO, notes);
  }

  private Exchange exchange(FetchRequest request, HttpUrl url, Duration crawlDelay) {
    int max = settings.limits().bytes(request.wanted());
    String accept = request.wanted().accept();
    return requests.get(url, accept, request.known(), new Transport.Size(max, false), crawlDelay);
  }

  /** Gets a robots.txt; the rules for addresses hold for it too, robots.txt itself does not. */
  private Exchange robotsFile(HttpUrl file) {
    HttpUrl url = file;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Optional<FetchOutcome.Refused> refusal = rules.check(url.uri(), url);
      if (refusal.isPresent()) {
        return new Exchange.Broken(refusal.get().kind(), refusal.get().what(), false);
      }
      Exchange exchange =
          requests.get(url, ROBOTS_ACCEPT, Validators.NONE, ROBOTS_SIZE, Duration.ZERO);
      if (!(exchange instanceof Answer answer) || !answer.isRedirect()) {
        return exchange;
      }
      HttpUrl next = target(url, answer);
      if (next == null || isDowngrade(url, next)) {
        return new Exchange.Broken(OutcomeKind.HTTP_ERROR, "Its redirect leads astray.", false);
      }
      url = next;
    }
    return new Exchange.Broken(OutcomeKind.HTTP_ERROR, "It redirects without end.", false);
  }

  private static @Nullable HttpUrl target(HttpUrl url, Answer answer) {
    String location = answer.headers().get("Location");
    HttpUrl target = location == null ? null : url.resolve(location);
    return target == null ? null : AddressRules.plain(target);
  }

  private static boolean isDowngrade(HttpUrl from, HttpUrl to) {
    return from.isHttps() && !to.isHttps();
  }

  private static FetchOutcome badRedirect(
      URI asked, HttpUrl from, @Nullable HttpUrl to, int status) {
    String what =
        to == null
            ? from.host() + " redirects to something that is no web address."
            : from.host() + " redirects from https to http, which anybody on the way can change.";
    return new FetchOutcome.Refused(asked, OutcomeKind.HTTP_ERROR, what, status);
  }
}

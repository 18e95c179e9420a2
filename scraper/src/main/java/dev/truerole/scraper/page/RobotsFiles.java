package dev.truerole.scraper.page;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt files of all origins, read once a day, after <a
 * href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>: none means that all is allowed, one
 * that cannot be had that nothing is.
 */
final class RobotsFiles {

  /** What robots.txt says of one address. */
  record Verdict(Optional<FetchOutcome.Refused> refusal, Duration crawlDelay, List<String> notes) {

    static final Verdict ALLOWED = new Verdict(Optional.empty(), Duration.ZERO, List.of());
  }

  /** The rules of one origin and until when they hold. */
  private record Known(Rules rules, Instant until) {}

  /** What one file says, or why it says nothing. */
  private record Rules(
      @Nullable SimpleRobotRules parsed, OutcomeKind otherwise, String why, boolean noTraining) {}

  /** RFC 9309, 2.5: a parser must process at least so much; what is beyond is not read. */
  static final int MAX_BYTES = 500 << 10;

  /** RFC 9309, 2.4: not to be used longer. */
  private static final Duration KEPT = Duration.ofHours(24);

  /** So long an old copy stands in for a file that cannot be had; after RFC 9309, 2.3.1.4. */
  private static final Duration STANDS_IN = Duration.ofDays(30);

  /** A file that cannot be had is asked for again after a while. */
  private static final Duration FAILURE_KEPT = Duration.ofMinutes(10);

  /** Longer delays are shortened to this; a crawl must end. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  private static final Pattern NO_TRAINING =
      Pattern.compile("(?im)^\\s*content-signal\\s*:.*\\bai-train\\s*=\\s*no\\b");

  private final Map<String, Known> byOrigin = new ConcurrentHashMap<>();
  private final Function<HttpUrl, Exchange> source;
  private final RobotsMemory memory;
  private final Clock clock;

  /**
   * @param source gets a file, following redirects; the answer may be cut at {@link #MAX_BYTES}
   */
  RobotsFiles(Function<HttpUrl, Exchange> source, RobotsMemory memory, Clock clock) {
    this.source = source;
    this.memory = memory;
    this.clock = clock;
  }

  /** Whether we may ask for an address. */
  Verdict check(URI asked, HttpUrl url) {
    Rules rules = rules(url);
    SimpleRobotRules parsed = rules.parsed();
    if (parsed == null) {
      return refused(asked, rules.otherwise(), rules.why());
    }
    if (!parsed.isAllowed(url.toString())) {
      String what = "robots.txt of " + url.host() + " forbids this page to programs like us.";
      return refused(asked, OutcomeKind.ROBOTS_DISALLOWED, what);
    }
    List<String> notes =
        rules.noTraining()
            ? List.of("robots.txt says ai-train=no: the text must not train a model")
            : List.of();
    return new Verdict(Optional.empty(), delay(parsed), notes);
  }

  private static Verdict refused(URI asked, OutcomeKind kind, String what) {
    return new Verdict(
        Optional.of(FetchOutcome.Refused.of(asked, kind, what)), Duration.ZERO, List.of());
  }

  private static Duration delay(SimpleRobotRules rules) {
    long millis = rules.getCrawlDelay();
    return millis <= 0
        ? Duration.ZERO
        : Duration.ofMillis(Math.min(millis, LONGEST_DELAY.toMillis()));
  }

  private Rules rules(HttpUrl url) {
    HttpUrl file = url.newBuilder().encodedPath("/robots.txt").query(null).fragment(null).build();
    Known known = byOrigin.get(file.toString());
    if (known != null && clock.instant().isBefore(known.until())) {
      return known.rules();
    }
    Known now = remembered(file).orElseGet(() -> fetched(file));
    byOrigin.put(file.toString(), now);
    return now.rules();
  }

  /** A copy that may still be used as it is. */
  private Optional<Known> remembered(HttpUrl file) {
    return memory
        .find(file.toString())
        .map(copy -> new Known(parse(file, copy), copy.readAt().plus(KEPT)))
        .filter(known -> clock.instant().isBefore(known.until()));
  }

  private Known fetched(HttpUrl file) {
    Instant now = clock.instant();
    Rules rules = read(file, source.apply(file));
    if (rules.parsed() != null) {
      return new Known(rules, now.plus(KEPT));
    }
    Optional<Rules> old =
        memory
            .find(file.toString())
            .filter(copy -> rules.otherwise() == OutcomeKind.ROBOTS_DISALLOWED)
            .filter(copy -> now.isBefore(copy.readAt().plus(STANDS_IN)))
            .map(copy -> parse(file, copy));
    return new Known(old.orElse(rules), now.plus(FAILURE_KEPT));
  }

  private Rules read(HttpUrl file, Exchange exchange) {
    if (exchange instanceof Exchange.Broken broken) {
      return unreadable(broken.kind(), file, broken.what());
    }
    Answer answer = (Answer) exchange;
    if (answer.isSuccess()) {
      return keep(file, new String(answer.body().bytes(), StandardCharsets.UTF_8));
    }
    if (answer.status() == 429) {
      String what = file.host() + " asks for fewer requests before we could read its robots.txt.";
      return new Rules(null, OutcomeKind.RATE_LIMITED, what, false);
    }
    if (answer.status() >= 400 && answer.status() < 500) {
      return keep(file, "");
    }
    return unreadable(OutcomeKind.HTTP_ERROR, file, "It answers " + answer.status() + ".");
  }

  private Rules keep(HttpUrl file, String text) {
    RobotsMemory.Copy copy = new RobotsMemory.Copy(text, clock.instant());
    memory.keep(file.toString(), copy);
    return parse(file, copy);
  }

  private static Rules parse(HttpUrl file, RobotsMemory.Copy copy) {
    byte[] bytes = copy.text().getBytes(StandardCharsets.UTF_8);
    SimpleRobotRules rules =
        new SimpleRobotRulesParser(Long.MAX_VALUE, 0)
            .parseContent(file.toString(), bytes, "text/plain", List.of(UserAgent.TOKEN));
    return new Rules(rules, OutcomeKind.OK, "", NO_TRAINING.matcher(copy.text()).find());
  }

  /** Blocked addresses stay what they are; anything else stands for "not allowed". */
  private static Rules unreadable(OutcomeKind kind, HttpUrl file, String why) {
    boolean keepsKind =
        kind == OutcomeKind.SSRF_BLOCKED
            || kind == OutcomeKind.RATE_LIMITED
            || kind == OutcomeKind.REFUSED_HOST;
    if (keepsKind) {
      return new Rules(null, kind, why, false);
    }
    String what =
        "robots.txt of " + file.host() + " cannot be read, which counts as a no for now. " + why;
    return new Rules(null, OutcomeKind.ROBOTS_DISALLOWED, what, false);
  }
}

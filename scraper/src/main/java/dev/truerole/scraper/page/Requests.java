package dev.truerole.scraper.page;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import okhttp3.HttpUrl;

/** Sends requests in turn and again when that may help. */
final class Requests {

  private static final int MAX_RETRIES = 3;
  private static final long BASE_MILLIS = 500;
  private static final long LONGEST_MILLIS = 30_000;

  private final Transport transport;
  private final HostGates gates;
  private final Clock clock;
  private final Random random;

  Requests(Transport transport, HostGates gates, Clock clock, Random random) {
    this.transport = transport;
    this.gates = gates;
    this.clock = clock;
    this.random = random;
  }

  /** Asks until there is an answer that will not change soon. */
  Exchange get(
      HttpUrl url, String accept, Validators known, Transport.Size size, Duration crawlDelay) {
    HostGates.Gate gate = gates.of(url.host());
    if (gate.isClosed()) {
      return leftAlone(url);
    }
    Exchange last = tooBusy(url);
    try {
      for (int attempt = 0; attempt <= MAX_RETRIES; attempt++) {
        if (!gate.enter(crawlDelay)) {
          return attempt == 0 ? tooBusy(url) : last;
        }
        try {
          last = transport.get(url, accept, known, size);
          boolean passes = mayPass(last);
          if (!passes || attempt == MAX_RETRIES) {
            gate.note(passes || isTimeout(last));
          }
          if (!passes) {
            return last;
          }
          gate.closeFor(pause(last, attempt));
        } finally {
          gate.leave();
        }
      }
      return last;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Exchange.Broken(OutcomeKind.TIMEOUT, "The run was stopped.", false);
    }
  }

  private static Exchange tooBusy(HttpUrl url) {
    String what = url.host() + " asked for a pause that is not over yet.";
    return new Exchange.Broken(OutcomeKind.RATE_LIMITED, what, false);
  }

  private static Exchange leftAlone(HttpUrl url) {
    String what = url.host() + " failed several times in a row and is left alone for a while.";
    return new Exchange.Broken(OutcomeKind.RATE_LIMITED, what, false);
  }

  private static boolean isTimeout(Exchange exchange) {
    return exchange instanceof Exchange.Broken broken && broken.kind() == OutcomeKind.TIMEOUT;
  }

  private static boolean mayPass(Exchange exchange) {
    if (exchange instanceof Exchange.Broken broken) {
      return broken.mayPass();
    }
    Answer answer = (Answer) exchange;
    return switch (answer.status()) {
      case 408, 425, 429, 500, 502, 504, 520, 521, 522, 523, 524 -> true;
      case 503 -> !BotWalls.looksLikeOne(answer);
      default -> false;
    };
  }

  /** What the server asks for, else a random time below a limit that doubles (full jitter). */
  private Duration pause(Exchange exchange, int attempt) {
    return retryAfter(exchange)
        .orElseGet(
            () -> {
              long limit = Math.min(LONGEST_MILLIS, BASE_MILLIS << attempt);
              return Duration.ofMillis(random.nextLong(limit + 1));
            });
  }

  /** The {@code Retry-After} header, in seconds or as a date. */
  private Optional<Duration> retryAfter(Exchange exchange) {
    String value = exchange instanceof Answer answer ? answer.headers().get("Retry-After") : null;
    if (value == null) {
      return Optional.empty();
    }
    if (value.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), date.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}

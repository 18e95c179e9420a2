package dev.truerole.scraper.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One gate for all hosts of one owner, so that a thousand boards of one platform get no more
 * requests than one. A gate lets one request through at a time and keeps them apart.
 */
final class HostGates {

  /** Requests a second where nothing else is known. */
  private static final double USUAL_RATE = 1;

  /** What platforms bear, from their documents and from the experience of others. */
  private static final Map<String, Double> RATES =
      Map.of(
          "greenhouse.io", 2.0,
          "lever.co", 2.0,
          "ashbyhq.com", 2.0,
          "workable.com", 0.5,
          "bamboohr.com", 0.5);

  private static final double JITTER = 0.2;

  /** After so many requests in a row that failed, each several times, an owner is left alone. */
  private static final int MAX_FAILURES = 3;

  private static final Duration LEFT_ALONE = Duration.ofMinutes(30);

  private final Map<String, Gate> gates = new ConcurrentHashMap<>();
  private final FetchSettings settings;
  private final Clock clock;
  private final Sleeper sleeper;
  private final Random random;

  HostGates(FetchSettings settings, Clock clock, Sleeper sleeper, Random random) {
    this.settings = settings;
    this.clock = clock;
    this.sleeper = sleeper;
    this.random = random;
  }

  Gate of(String host) {
    return settings.connect().containsKey(host)
        ? gates.computeIfAbsent(host, name -> new Gate(0))
        : gates.computeIfAbsent(Domains.registrable(host), HostGates.this::gate);
  }

  private Gate gate(String domain) {
    return new Gate(1 / RATES.getOrDefault(domain, USUAL_RATE));
  }

  /** Keeps the requests to one owner's hosts apart. */
  final class Gate {

    private final ReentrantLock lock = new ReentrantLock(true);
    private final double seconds;
    private Instant free = Instant.MIN;
    private volatile Instant leftAloneUntil = Instant.MIN;
    private int failures;

    private Gate(double seconds) {
      this.seconds = seconds;
    }

    /**
     * Waits for its turn, which lasts until {@link #leave}.
     *
     * @param crawlDelay at least so long after this turn nobody else gets one
     * @return false, without a turn, if the wait would be longer than the limit
     */
    boolean enter(Duration crawlDelay) throws InterruptedException {
      lock.lockInterruptibly();
      Instant now = clock.instant();
      Instant turn = free.isAfter(now) ? free : now;
      Duration wait = Duration.between(now, turn);
      if (wait.compareTo(settings.limits().longestWait()) > 0) {
        lock.unlock();
        return false;
      }
      try {
        pause(wait);
      } catch (InterruptedException stopped) {
        lock.unlock();
        throw stopped;
      }
      free = turn.plus(gap(crawlDelay));
      return true;
    }

    /** Whether so much failed that nobody is let through for a while. Then one may try. */
    boolean isClosed() {
      return clock.instant().isBefore(leftAloneUntil);
    }

    /** Takes note of how a request ended at last. For the holder of the turn. */
    void note(boolean failed) {
      failures = failed ? failures + 1 : 0;
      if (failures >= MAX_FAILURES) {
        leftAloneUntil = clock.instant().plus(LEFT_ALONE);
      }
    }

    void leave() {
      lock.unlock();
    }

    /** Nobody gets a turn before so much time has passed. For the holder of the turn. */
    void closeFor(Duration time) {
      Instant until = clock.instant().plus(time);
      free = until.isAfter(free) ? until : free;
    }

    private Duration gap(Duration crawlDelay) {
      double jittered = seconds * (1 + JITTER * (2 * random.nextDouble() - 1));
      Duration gap = Duration.ofMillis(Math.round(1000 * jittered));
      return gap.compareTo(crawlDelay) > 0 ? gap : crawlDelay;
    }

    private void pause(Duration wait) throws InterruptedException {
      if (!wait.isZero()) {
        sleeper.sleep(wait);
      }
    }
  }
}

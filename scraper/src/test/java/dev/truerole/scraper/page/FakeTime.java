package dev.truerole.scraper.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only goes on when somebody sleeps. */
public final class FakeTime extends Clock implements Sleeper {

  private final List<Duration> slept = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");

  @Override
  public synchronized void sleep(Duration time) {
    slept.add(time);
    now = now.plus(time);
  }

  /** Lets time pass without anybody sleeping. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  /** All waits so far. */
  public synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

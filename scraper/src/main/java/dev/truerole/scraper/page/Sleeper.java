package dev.truerole.scraper.page;

import java.time.Duration;

/** Waits. Tests let a clock of their own go on instead. */
public interface Sleeper {

  /**
   * Waits so long.
   *
   * @throws InterruptedException if the thread is asked to stop
   */
  void sleep(Duration time) throws InterruptedException;

  /** Really waits. */
  static Sleeper ofThread() {
    return time -> Thread.sleep(time.toMillis());
  }
}

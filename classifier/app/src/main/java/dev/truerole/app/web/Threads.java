package dev.truerole.app.web;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that have names and keep no process alive. */
final class Threads {

  private Threads() {}

  static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "truerole-" + name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Lets the work end, for a while; then interrupts it. */
  static void stop(ExecutorService work, long seconds) {
    work.shutdown();
    try {
      if (!work.awaitTermination(seconds, TimeUnit.SECONDS)) {
        work.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      work.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}

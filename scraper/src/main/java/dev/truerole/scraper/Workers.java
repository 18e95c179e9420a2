package dev.truerole.scraper;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads several inputs at a time, but never two of one owner. */
final class Workers {

  /** Requests that are under way at once, whoever they go to. */
  private static final int MAX = 8;

  /** Inputs read so far ahead of the one whose turn it is; their results wait in memory. */
  private static final int MAX_AHEAD = 100;

  private static final long LONGEST_END_MILLIS = 1_000;

  private final Deque<Lane> waiting;
  private final Set<String> busy = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Lane.Reader reader;
  private int turn;

  Workers(List<Lane> lanes, Lane.Reader reader) {
    this.waiting = new ArrayDeque<>(lanes);
    this.reader = reader;
  }

  void start() {
    for (int i = 0; i < Math.min(MAX, waiting.size()); i++) {
      Thread thread = new Thread(this::work, "crawl-" + (i + 1));
      thread.setDaemon(true);
      threads.add(thread);
    }
    threads.forEach(Thread::start);
  }

  /** Stops what is under way, and waits for its end if that is soon. */
  void stop() {
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join(LONGEST_END_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that all inputs before this one are done. */
  synchronized void turn(Lane lane) {
    turn = lane.number();
    notifyAll();
  }

  private void work() {
    try {
      for (Optional<Lane> lane = next(); lane.isPresent(); lane = next()) {
        lane.get().run(reader);
        release(lane.get());
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first input that may be read now; waits for one, and is empty if there are no more. */
  private synchronized Optional<Lane> next() throws InterruptedException {
    while (!waiting.isEmpty()) {
      for (Iterator<Lane> lanes = waiting.iterator(); lanes.hasNext(); ) {
        Lane lane = lanes.next();
        if (lane.number() > turn + MAX_AHEAD) {
          break;
        }
        if (busy.add(lane.owner())) {
          lanes.remove();
          return Optional.of(lane);
        }
      }
      wait();
    }
    return Optional.empty();
  }

  private synchronized void release(Lane lane) {
    busy.remove(lane.owner());
    notifyAll();
  }
}

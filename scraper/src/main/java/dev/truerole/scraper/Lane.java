package dev.truerole.scraper;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One input of a crawl: the worker that reads it puts in what is to be done with what it found, and
 * the crawl does it when all inputs before are done.
 */
final class Lane {

  /** Something to be written and committed. */
  interface Step {
    void commit() throws IOException;
  }

  /** What a worker does for an input. */
  interface Reader {
    void read(Lane lane) throws IOException, InterruptedException;
  }

  /** A worker so far ahead waits: what it found is kept in memory. */
  private static final int MAX_STEPS = 64;

  private static final Step END = () -> {};

  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>(MAX_STEPS);
  private final int number;
  private final CrawlInput input;
  private final String owner;
  private volatile boolean current;
  private volatile @Nullable Throwable failure;

  /**
   * @param number its place in the order
   * @param owner who runs the hosts it is read from
   */
  Lane(int number, CrawlInput input, String owner) {
    this.number = number;
    this.input = input;
    this.owner = owner;
  }

  int number() {
    return number;
  }

  CrawlInput input() {
    return input;
  }

  String owner() {
    return owner;
  }

  /** Hands a step over. */
  void then(Step step) throws InterruptedException {
    steps.put(step);
  }

  /** Whether what is found now will have to wait. */
  boolean isBehind() {
    return !current || !steps.isEmpty();
  }

  /** Reads the input to its end, whatever that is. For the worker. */
  void run(Reader reader) {
    try {
      try {
        reader.read(this);
      } catch (IOException | RuntimeException | Error broken) {
        failure = broken;
      }
      then(END);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Commits all steps, those to come included. For the crawl. */
  void drain() throws IOException, InterruptedException {
    current = true;
    for (Step step = steps.take(); step != END; step = steps.take()) {
      step.commit();
    }
    Throwable broken = failure;
    if (broken != null) {
      throw new IOException(input.url() + " cannot be read on: " + broken.getMessage(), broken);
    }
  }
}

package dev.truerole.app.web;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.scraper.posting.JobPosting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Postings of concurrent requests on their way through the model. What waits when a worker comes
 * free goes through together; nothing waits for company. Full means full: {@link #submit} refuses
 * at once, so that memory stays bounded and clients hear to come back.
 */
final class AnswerQueue implements AutoCloseable {

  /** Postings that may wait. */
  static final int PLACES = 256;

  /** Characters that may wait, in all: long texts must not fill memory. */
  private static final long MAX_CHARS = 16_000_000;

  /** Postings that go through together: beyond some dozens the network gains nothing. */
  private static final int TOGETHER = 32;

  private static final int WORKERS = 2;
  private static final long POLL_MILLIS = 100;
  private static final long CLOSE_SECONDS = 10;

  private record Waiting(JobPosting posting, CompletableFuture<PostingAnalysis> answer) {

    int chars() {
      return posting.body().text().length();
    }
  }

  private final PostingAnalyzer analyzer;
  private final int together;
  private final Metrics metrics;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(PLACES);
  private final AtomicLong chars = new AtomicLong();
  private final ExecutorService workers;
  private volatile boolean closed;

  /**
   * @param micro whether postings go through together
   */
  AnswerQueue(PostingAnalyzer analyzer, boolean micro, Metrics metrics) {
    this.analyzer = analyzer;
    this.together = micro ? TOGETHER : 1;
    this.metrics = metrics;
    this.workers = Executors.newFixedThreadPool(WORKERS, Threads.named("answers"));
    metrics.watchQueue(queue::size);
    for (int i = 0; i < WORKERS; i++) {
      workers.execute(this::work);
    }
  }

  /**
   * Takes a posting in.
   *
   * @throws Problem if there is no place
   */
  CompletableFuture<PostingAnalysis> submit(JobPosting posting) {
    if (closed) {
      throw Problem.busy("The server is stopping.");
    }
    Waiting waiting = new Waiting(posting, new CompletableFuture<>());
    if (chars.addAndGet(waiting.chars()) > MAX_CHARS || !queue.offer(waiting)) {
      chars.addAndGet(-waiting.chars());
      metrics.rejected();
      throw Problem.busy("Too many postings wait to be read; try again in a moment.");
    }
    return waiting.answer();
  }

  private void work() {
    try {
      while (!closed || !queue.isEmpty()) {
        Waiting first = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          answer(with(first));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Waiting> with(Waiting first) {
    List<Waiting> batch = new ArrayList<>();
    batch.add(first);
    queue.drainTo(batch, together - 1);
    batch.forEach(waiting -> chars.addAndGet(-waiting.chars()));
    batch.removeIf(waiting -> waiting.answer().isDone());
    return batch;
  }

  /** One posting that cannot be read must not take the others with it. */
  private void answer(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    metrics.batch(batch.size());
    try {
      List<PostingAnalysis> answers =
          analyzer.analyze(batch.stream().map(Waiting::posting).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer().complete(answers.get(i));
      }
    } catch (RuntimeException | StackOverflowError failure) {
      if (batch.size() == 1) {
        batch.get(0).answer().completeExceptionally(failure);
      } else {
        batch.forEach(waiting -> answer(List.of(waiting)));
      }
    }
  }

  /** Lets what waits be answered, for a while, and refuses the rest. */
  @Override
  public void close() {
    closed = true;
    Threads.stop(workers, CLOSE_SECONDS);
    List<Waiting> left = new ArrayList<>();
    queue.drainTo(left);
    left.forEach(
        waiting -> waiting.answer().completeExceptionally(Problem.busy("The server is stopping.")));
  }
}

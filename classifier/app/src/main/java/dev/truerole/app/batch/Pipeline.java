package dev.truerole.app.batch;

import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.scraper.file.PostingRows;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The stages of a run, each at its own pace: a thread that cuts rows out of the input, workers that
 * read, analyse and prepare them a chunk at a time, and the caller, who writes the chunks in order.
 * There is a bounded number of chunks under way: who is ahead waits.
 *
 * @param <P> what a chunk becomes before it is written
 */
final class Pipeline<P> implements AutoCloseable {

  /** Chunks under way beyond one a worker: one that waits for a worker, one that is written. */
  private static final int AHEAD = 2;

  /** What a chunk under way may take of memory, generously. */
  private static final long CHUNK_MEMORY = 32L << 20;

  /** A chunk that can be written. */
  private record Ready<P>(long end, int rows, long sum, Tally tally, P prepared) {}

  private final PostingAnalyzer analyzer;
  private final Destination<P> destination;
  private final ForkJoinPool workers;
  private final Semaphore room;
  private final BlockingQueue<Future<Optional<Ready<P>>>> underWay = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  Pipeline(PostingAnalyzer analyzer, Destination<P> destination, int threads) {
    this.analyzer = analyzer;
    this.destination = destination;
    this.workers = new ForkJoinPool(threads);
    long fitting = Math.max(AHEAD, Runtime.getRuntime().maxMemory() / CHUNK_MEMORY);
    this.room = new Semaphore((int) Math.min(threads + AHEAD, fitting));
  }

  /** Runs to the end of the input and says what is done then. */
  Checkpoint run(PostingRows rows, Checkpoint start, LongConsumer progress) throws IOException {
    Thread reader = new Thread(() -> read(rows, start.rows()), "rows");
    reader.setDaemon(true);
    reader.start();
    Checkpoint done = start;
    try {
      for (var next = next(); next.isPresent(); next = next()) {
        Ready<P> chunk = next.get();
        done = done.plus(chunk.end(), chunk.sum(), chunk.tally());
        destination.write(chunk.prepared(), done);
        room.release();
        progress.accept(chunk.rows());
      }
      return done;
    } finally {
      reader.interrupt();
    }
  }

  /** Cuts chunks and hands them out, until the end of the input or of the run. */
  private void read(PostingRows rows, long from) {
    try {
      room.acquire();
      Chunk chunk = Chunk.next(rows, from);
      while (!chunk.isEmpty() && !closed) {
        Chunk cut = chunk;
        underWay.add(workers.submit(() -> Optional.of(ready(cut))));
        room.acquire();
        chunk = Chunk.next(rows, cut.end());
      }
      underWay.add(CompletableFuture.completedFuture(Optional.empty()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error broken) {
      underWay.add(CompletableFuture.failedFuture(broken));
    }
  }

  /** On a worker; parallel streams in it run on this pool. */
  private Ready<P> ready(Chunk chunk) {
    AnsweredChunk answered = AnsweredChunk.of(chunk, analyzer);
    return new Ready<>(
        chunk.end(),
        chunk.rows().size(),
        chunk.sum(),
        Tally.of(answered.answers()),
        destination.prepare(answered));
  }

  private Optional<Ready<P>> next() throws IOException {
    try {
      return underWay.take().get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped before all was answered");
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
  }

  /** Stops what is still under way, and waits for it: the model must not be closed before. */
  @Override
  public void close() {
    closed = true;
    workers.shutdownNow();
    try {
      while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}

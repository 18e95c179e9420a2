package dev.truerole.app.batch;

import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.scraper.file.PostingRows;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * Reads rows, analyses them some hundred at a time on all cores and writes each answer or error in
 * the order read. Memory does not grow with the input.
 */
public final class BatchRun {

  private final PostingAnalyzer analyzer;
  private final int threads;
  private final LongConsumer progress;

  /**
   * How to run.
   *
   * @param threads so many read, analyse and prepare what is written
   * @param progress hears how many rows more are done
   */
  public BatchRun(PostingAnalyzer analyzer, int threads, LongConsumer progress) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", not positive");
    }
    this.analyzer = analyzer;
    this.threads = threads;
    this.progress = progress;
  }

  /** As many threads as there are cores to run them. */
  public static int allThreads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Runs to the last row.
   *
   * @param report written by one thread, flushed now and then, not closed
   * @throws IOException if the report cannot be written
   */
  public BatchSummary run(PostingRows rows, ReportWriter report) throws IOException {
    return run(rows, new ReportDestination(report));
  }

  /**
   * Runs to the last row, or goes on from where the output says that an interrupted run was.
   *
   * @param output completed, not closed
   * @throws IOException if the output cannot be written
   * @throws ResumeException if the rows are not those of the interrupted run
   */
  public BatchSummary run(PostingRows rows, BatchOutput output) throws IOException {
    return run(rows, output.destination());
  }

  private <P> BatchSummary run(PostingRows rows, Destination<P> destination) throws IOException {
    long started = System.nanoTime();
    Checkpoint start = destination.start();
    skip(rows, start);
    Checkpoint end;
    try (Pipeline<P> pipeline = new Pipeline<>(analyzer, destination, threads)) {
      end = pipeline.run(rows, start, progress);
    }
    destination.finish();
    double seconds = (System.nanoTime() - started) / 1e9;
    Tally all = end.tally();
    return new BatchSummary(
        all.answered(), all.failed(), all.notJudged(), all.byRole(), start.rows(), seconds);
  }

  /** Passes over the rows that are answered already, and makes sure that they are the same. */
  private static void skip(PostingRows rows, Checkpoint start) {
    Checkpoint passed = Checkpoint.START;
    while (passed.rows() < start.rows()) {
      Chunk chunk = Chunk.next(rows, passed.rows());
      if (chunk.isEmpty()) {
        break;
      }
      passed = passed.plus(chunk.end(), chunk.sum(), Tally.NONE);
    }
    if (passed.rows() != start.rows() || passed.sum() != start.sum()) {
      throw new ResumeException("the input is not the one that the interrupted run has read");
    }
  }
}

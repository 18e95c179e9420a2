package dev.truerole.app.web;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.scraper.file.PostingFiles;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs one batch from its first row to its last, some at a time. */
final class BatchWork {

  /** Few enough that single postings wait for them hardly at all. */
  private static final int ROWS = 64;

  private final PostingAnalyzer analyzer;
  private final Metrics metrics;
  private final BooleanSupplier stopping;

  /**
   * @param stopping whether the server stops; the batch then stays to be run again
   */
  BatchWork(PostingAnalyzer analyzer, Metrics metrics, BooleanSupplier stopping) {
    this.analyzer = analyzer;
    this.metrics = metrics;
    this.stopping = stopping;
  }

  /**
   * Runs it.
   *
   * @return whether it came to its end or was cancelled; else the server stops
   * @throws IOException if something cannot be read or written
   */
  boolean run(BatchJob job, BatchIndex index) throws IOException {
    BatchOrder order = job.order();
    try (InputStream in = Files.newInputStream(job.folder().input());
        PostingRows rows = new PostingFiles(order.reading()).openStream(in, order.name());
        BatchOutput output = new BatchOutput(order, job.folder())) {
      List<PostingRow> chunk = new ArrayList<>(ROWS);
      int row = 0;
      while (rows.hasNext() && !job.isCancelled()) {
        if (stopping.getAsBoolean()) {
          return false;
        }
        chunk.add(rows.next());
        if (chunk.size() == ROWS || !rows.hasNext()) {
          row = answer(chunk, row, job, output, index);
          chunk.clear();
        }
      }
      return true;
    }
  }

  private int answer(
      List<PostingRow> chunk, int before, BatchJob job, BatchOutput output, BatchIndex index)
      throws IOException {
    Iterator<PostingAnalysis> answers = analyzer.analyze(postings(chunk)).iterator();
    List<BatchRow> written = new ArrayList<>(chunk.size());
    int row = before;
    for (PostingRow read : chunk) {
      row++;
      if (read instanceof PostingRow.Posting posting) {
        PostingAnalysis answer = answers.next();
        metrics.answered(answer);
        written.add(output.write(row, posting, answer));
      } else {
        written.add(output.write(row, (PostingRow.Failed) read));
      }
    }
    output.flush();
    index.add(written);
    job.add(chunk.size(), written.stream().filter(BatchRow::isFailed).count());
    return row;
  }

  private static List<JobPosting> postings(List<PostingRow> chunk) {
    List<JobPosting> postings = new ArrayList<>(chunk.size());
    for (PostingRow row : chunk) {
      if (row instanceof PostingRow.Posting posting) {
        postings.add(PostingReader.withText(posting.posting()));
      }
    }
    return postings;
  }
}

package dev.truerole.app.batch;

import dev.truerole.classifier.PostingAnalysis;
import dev.truerole.classifier.PostingAnalyzer;
import dev.truerole.classifier.model.Role;
import dev.truerole.classifier.report.ReportWriter;
import dev.truerole.scraper.file.PostingRow;
import dev.truerole.scraper.file.PostingRows;
import dev.truerole.scraper.posting.JobPosting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Reads rows, analyses them some hundred at a time and writes each answer or error in the order
 * read. Memory does not grow with the input.
 */
public final class BatchRun {

  /** Rows analysed together: several batches of the network, so that like lengths meet. */
  private static final int ROWS = 512;

  private final PostingAnalyzer analyzer;
  private final ReportWriter report;
  private final LongConsumer progress;
  private final Map<Role, Long> byRole = new EnumMap<>(Role.class);
  private long answered;
  private long failed;
  private long notJudged;

  /**
   * A run to be used once.
   *
   * @param progress hears how many rows more are done
   */
  public BatchRun(PostingAnalyzer analyzer, ReportWriter report, LongConsumer progress) {
    this.analyzer = analyzer;
    this.report = report;
    this.progress = progress;
  }

  /**
   * Runs to the last row.
   *
   * @throws IOException if the report cannot be written
   */
  public BatchSummary run(PostingRows rows) throws IOException {
    long started = System.nanoTime();
    List<PostingRow> chunk = new ArrayList<>(ROWS);
    while (rows.hasNext()) {
      chunk.add(rows.next());
      if (chunk.size() == ROWS || !rows.hasNext()) {
        answer(chunk);
        report.flush();
        progress.accept(chunk.size());
        chunk.clear();
      }
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return new BatchSummary(answered, failed, notJudged, byRole, seconds);
  }

  private void answer(List<PostingRow> chunk) throws IOException {
    List<JobPosting> postings = new ArrayList<>(chunk.size());
    for (PostingRow row : chunk) {
      if (row instanceof PostingRow.Posting read) {
        postings.add(read.posting());
      }
    }
    Iterator<PostingAnalysis> analyses = analyzer.analyze(postings).iterator();
    for (PostingRow row : chunk) {
      if (row instanceof PostingRow.Failed failure) {
        failed++;
        report.writeFailure(failure.id(), failure.code(), failure.message());
      } else {
        write(analyses.next());
      }
    }
  }

  private void write(PostingAnalysis analysis) throws IOException {
    answered++;
    analysis.role().ifPresentOrElse(role -> byRole.merge(role, 1L, Long::sum), () -> notJudged++);
    report.write(analysis);
  }
}
